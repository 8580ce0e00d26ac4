import { isExpired, wordForMedia } from '@attest/domain/evidence';
import type { EvidenceView, RevisionView, ShownView } from './evidence.dto';
import type { EvidenceRow, RevisionRow, ShownRow } from './evidence.queries';

/** Whether a file may leave: never what is infected, and where files are scanned only what was found clean. */
export const mayLeave = ({ sha256, scan }: Pick<RevisionRow, 'sha256' | 'scan'>, scanning: boolean): boolean =>
  sha256 !== null && (scan === 'clean' || (scan === 'not-scanned' && !scanning));

export function revisionView(evidenceId: string, row: RevisionRow, scanning: boolean): RevisionView {
  const { number, file_name: fileName, media_type: media, bytes, sha256, location, scan, by_name: by, at } = row;
  return {
    number, fileName, bytes, sha256, location, scan, by, at: new Date(at).toISOString(),
    fileType: media && wordForMedia(media),
    file: mayLeave(row, scanning) ? `/api/evidence/${evidenceId}/revisions/${number}/file` : null,
  };
}

export function shownView(row: ShownRow, today: string, scanning: boolean): ShownView {
  const { id, kind, title, owner, review_by: reviewBy } = row;
  return { id, kind, title, owner, reviewBy, expired: isExpired(reviewBy, today), revision: revisionView(id, row, scanning) };
}

export function evidenceView(row: EvidenceRow, today: string, scanning: boolean, mayWrite: boolean): EvidenceView {
  const { id, kind, title, owner, review_by: reviewBy, revisions, uses } = row;
  const signed = uses.some((use) => use.signed_revision !== null);
  const used = uses.filter((use) => use.removed_at === null);
  const all = revisions.map((revision) => revisionView(id, revision, scanning));
  return {
    id, kind, title, owner, reviewBy, expired: isExpired(reviewBy, today),
    organisation: { id: row.organisation_id, name: row.organisation_name },
    revision: all[0]!, revisions: all,
    uses: used.map((use) => ({ submissionId: use.submission_id, questionId: use.question_id, ref: use.ref, round: { id: use.round_id, name: use.round_name }, signed: use.signed_revision !== null })),
    moves: mayWrite ? ['edit', 'revise', ...(signed || used.length > 0 ? [] : ['delete'])] : [],
  };
}
