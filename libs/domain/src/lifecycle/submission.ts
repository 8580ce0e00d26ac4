import { stateAfter, type Moves } from './moves';

export const submissionStates = ['not-started', 'in-progress', 'submitted', 'reopened', 'accepted'] as const;
export type SubmissionState = (typeof submissionStates)[number];

/** `start` happens with the first answer. An accepted return may be reopened too, since an error may be found after it was read. */
export const submissionMoves = {
  start: { from: ['not-started'], to: 'in-progress' },
  submit: { from: ['in-progress', 'reopened'], to: 'submitted' },
  reopen: { from: ['submitted', 'accepted'], to: 'reopened', needs: 'reason' },
  accept: { from: ['submitted'], to: 'accepted' },
} as const satisfies Moves<SubmissionState>;

/** Written in until it is handed in, and again once it is reopened. Whether the round still takes answers is `acceptsAnswers`. */
export function isEditable(state: SubmissionState): boolean {
  return stateAfter(submissionMoves, 'start', state) !== null || stateAfter(submissionMoves, 'submit', state) !== null;
}
