import type { SubmissionSummary } from '@attest/shared/client';

const DAY = 86_400_000;

/** Still to be done: not handed in, and still taken. "Today" is the API's: its due date less the days it says are left. */
export function isWaiting({ state, dueOn, finalOn, daysLeft }: SubmissionSummary): boolean {
  const today = new Date(Date.parse(dueOn) - daysLeft * DAY).toISOString().slice(0, 10);
  return !['submitted', 'accepted'].includes(state) && finalOn >= today;
}
