import type { Moves } from './moves';

export const submissionStates = ['not-started', 'in-progress', 'submitted', 'reopened', 'accepted'] as const;
export type SubmissionState = (typeof submissionStates)[number];

/** `start` happens with the first answer. An accepted return may be reopened too, since an error may be found after it was read. */
export const submissionMoves = {
  start: { from: ['not-started'], to: 'in-progress' },
  submit: { from: ['in-progress', 'reopened'], to: 'submitted' },
  reopen: { from: ['submitted', 'accepted'], to: 'reopened', needs: 'reason' },
  accept: { from: ['submitted'], to: 'accepted' },
} as const satisfies Moves<SubmissionState>;
