import type { Moves } from './moves';

export const submissionStates = ['not-started', 'in-progress', 'signing', 'submitted', 'reopened', 'accepted'] as const;
export type SubmissionState = (typeof submissionStates)[number];

/**
 * `start` happens with the first answer. The last signature submits; any before it freezes the answers until it is sent back, to
 * where it came from. An accepted return may be reopened too, since an error may be found after it was read.
 */
export const submissionMoves = {
  start: { from: ['not-started'], to: 'in-progress' },
  sign: { from: ['in-progress', 'reopened', 'signing'], to: 'signing' },
  submit: { from: ['in-progress', 'reopened', 'signing'], to: 'submitted' },
  sendBack: { from: ['signing'], to: 'in-progress', needs: 'reason' },
  sendBackReopened: { from: ['signing'], to: 'reopened', needs: 'reason' },
  reopen: { from: ['submitted', 'accepted'], to: 'reopened', needs: 'reason' },
  accept: { from: ['submitted'], to: 'accepted' },
} as const satisfies Moves<SubmissionState>;

const editable: readonly SubmissionState[] = ['not-started', 'in-progress', 'reopened'];

/** Written in until the first signature, and again once it is sent back or reopened. Whether the round still takes answers is `acceptsAnswers`. */
export function isEditable(state: SubmissionState): boolean {
  return editable.includes(state);
}

/** With the last signature on it. */
export function isHandedIn(state: SubmissionState): boolean {
  return state === 'submitted' || state === 'accepted';
}
