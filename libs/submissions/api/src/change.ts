import { storable } from '@attest/domain/questionnaire';
import { Refused } from '@attest/shared/api';
import type { SaveAnswer } from './submissions.dto';
import type { AnswerRow } from './submissions.queries';

/** One change that somebody made, and the version of the answer they made it to. */
export interface Change {
  readonly submissionId: string;
  readonly questionId: string;
  readonly operationId: string;
  readonly version: number;
  readonly content: Pick<AnswerRow, 'level' | 'value' | 'note' | 'na_reason'>;
}

export function changeFrom(submissionId: string, questionId: string, ifMatch: string | undefined, sent: SaveAnswer): Change {
  const { operationId, level, value, note, naReason } = storable(sent);
  return { submissionId, questionId, operationId, version: versionFrom(ifMatch), content: { level, value, note, na_reason: naReason } };
}

/** Browsers send `"3"`, people type `3`. */
function versionFrom(ifMatch: string | undefined): number {
  if (ifMatch === undefined) {
    throw new Refused('version-required', 'Say in If-Match which version of the answer is being changed: 0 when there is none yet.');
  }
  const [, version] = /^"?(\d{1,9})"?$/.exec(ifMatch) ?? [];
  if (version !== undefined) return Number(version);
  throw new Refused('invalid-request', 'Some of what was sent cannot be accepted. Nothing was changed.', {
    faults: [{ where: 'If-Match', detail: 'If-Match must be the version of the answer, a whole number such as 3.' }],
  });
}
