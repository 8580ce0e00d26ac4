import { dayInWords } from '@attest/domain/questionnaire';
import type { Block } from '@attest/shared/api';

export interface Planned {
  readonly number: number;
  readonly title: string;
  readonly owner: string;
  readonly due_on: string | null;
  readonly state: 'open' | 'claimed' | 'verified';
}

/**
 * $1: a return. Read from the table itself: the feature of actions stands on this one, so this one cannot ask it. Who may see
 * them, the table's own policies say.
 */
export const PLANNED = "select number, title, owner, due_on::text, state from app.action where submission_id = $1 and state <> 'dropped' order by due_on nulls last, number";

const states = { open: 'To do', claimed: 'Said to be done', verified: 'Done and checked' } as const;
const [MOST, LONGEST] = [4, 70];

/** What is planned, who sees to it, and by when; the soonest first. */
export function plannedTable(planned: readonly Planned[]): Block[] {
  if (planned.length === 0) return [];
  const rows = planned.slice(0, MOST).map(({ number, title, owner, due_on, state }) => [`A-${number} ${shortened(title)}`, shortened(owner, 40) || 'Nobody yet', due_on ? dayInWords(due_on) : 'No date yet', states[state]]);
  const more = planned.length - rows.length;
  return [
    { kind: 'heading', depth: 1, text: 'What is planned' },
    { kind: 'table', table: { caption: 'Actions, the soonest first', columns: [{ head: 'Action', width: 5 }, { head: 'Who', width: 2 }, { head: 'By', width: 2 }, { head: 'State', width: 2 }], rows } },
    ...(more > 0 ? [{ kind: 'text', as: 'note', line: `And ${more} more, in the action plan.` } as const] : []),
  ];
}

export const shortened = (text: string, longest = LONGEST) => (text.length > longest ? `${text.slice(0, longest).replace(/\s\S*$/, '')}…` : text);
