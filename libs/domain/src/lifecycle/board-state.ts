import type { SubmissionState } from './submission';

/** Where a return stands, as the round's board shows it. */
export const boardStates = ['not-started', 'in-progress', 'signing', 'submitted', 'submitted-late', 'overdue', 'exempt'] as const;
export type BoardState = (typeof boardStates)[number];

/**
 * ISO dates. A round has two deadlines, because returns come in two tides: Devon had 80 % by its first date and 90 % by its final one,
 * and publishes both. `due` is when a return is asked for: from the day after it is overdue and is chased.
 * `final` is until when it is still taken: handed in between the two it is submitted, late, and counts.
 * Both are the organisation's own where it has an extension.
 */
export interface Standing {
  readonly submissionState: SubmissionState;
  /** The day it was first handed in, by the clock of the partnership. Reopening it does not undo that. */
  readonly submittedOn: string | null;
  readonly due: string;
  readonly final: string;
  readonly today: string;
  /** Closed, merged or new within the round, say: not asked to answer, so neither late nor overdue. */
  readonly exempt?: boolean;
}

/** A reopened return met its deadline once, so it is back in progress and overdue only when the final date passes too. */
export function boardState(standing: Standing): BoardState {
  const { submissionState, due, final, today, exempt } = standing;
  if (exempt) return 'exempt';
  switch (submissionState) {
    case 'submitted':
    case 'accepted': return isLate(standing) ? 'submitted-late' : 'submitted';
    case 'reopened': return today > final ? 'overdue' : 'in-progress';
    default: return today > due ? 'overdue' : submissionState;
  }
}

/** Whether it was handed in after the due date. What is not handed in is not late but overdue. */
export function isLate({ submittedOn, due }: Pick<Standing, 'submittedOn' | 'due'>): boolean {
  return submittedOn !== null && submittedOn > due;
}
