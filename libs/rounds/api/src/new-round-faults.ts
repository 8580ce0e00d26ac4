import { daysUntil } from '@attest/domain/lifecycle';
import type { Fault } from '@attest/shared/api';
import type { NewRound } from './rounds.dto';

/** Days beyond which a date is surely a slip of the pen. */
const FAR = 731;

/** What is wrong with the dates of a round, by field. `today` is an ISO date. */
export function dateFaults({ opensOn, dueOn, finalOn }: Pick<NewRound, 'opensOn' | 'dueOn' | 'finalOn'>, today: string): Fault[] {
  const faults: Fault[] = [];
  if (daysUntil(opensOn, today) > FAR) faults.push({ where: 'opensOn', detail: 'The opening date is more than two years from now. Check the year.' });
  if (dueOn < opensOn) faults.push({ where: 'dueOn', detail: 'The due date must not be before the opening date.' });
  if (finalOn < dueOn) faults.push({ where: 'finalOn', detail: 'The final date must not be before the due date.' });
  if (finalOn < today) faults.push({ where: 'finalOn', detail: 'The final date has passed already, so nobody could return anything.' });
  if (daysUntil(finalOn, opensOn) > FAR) faults.push({ where: 'finalOn', detail: 'The final date is more than two years after the opening date. Check the years.' });
  return faults;
}
