import type { EvidenceView, RevisionView, ShownView } from '@attest/shared/client';

// Scenes for the tests of this folder.

export const aRevision = (changes: Partial<RevisionView> = {}): RevisionView => ({
  number: 1, fileName: 'Training log.xlsx', fileType: 'Excel', bytes: 214_000, sha256: 'abc', location: null, scan: 'clean', by: 'J Ahmed', at: '2026-11-22T10:42:00.000Z', file: '/api/evidence/e1/revisions/1/file', ...changes,
});

type PieceScene = Partial<Omit<EvidenceView, 'revision'>> & { readonly revision?: Partial<RevisionView> };

export function aPiece({ revision = {}, ...changes }: PieceScene = {}): EvidenceView {
  const newest = aRevision(revision);
  return {
    id: 'e1', kind: 'file', title: 'Training log', owner: '', reviewBy: null, expired: false, revision: newest, organisation: { id: 'o1', name: 'Oakfield Primary' },
    uses: [], revisions: [newest], moves: ['edit', 'revise', 'delete'], ...changes,
  };
}

export function aShown(scene: PieceScene = {}): ShownView {
  const { id, kind, title, owner, reviewBy, expired, revision } = aPiece(scene);
  return { id, kind, title, owner, reviewBy, expired, revision };
}
