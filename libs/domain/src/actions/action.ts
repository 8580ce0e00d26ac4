import { daysUntil, type Moves } from '../lifecycle';

/**
 * An action promised because something is not met. `claimed`: the organisation says it is done; `verified`: the partnership
 * has seen that it is. An organisation never verifies its own.
 */
export const actionStates = ['open', 'claimed', 'verified', 'dropped'] as const;
export type ActionState = (typeof actionStates)[number];

export const actionMoves = {
  claim: { from: ['open'], to: 'claimed' },
  verify: { from: ['claimed'], to: 'verified' },
  'send-back': { from: ['claimed'], to: 'open', needs: 'reason' },
  drop: { from: ['open'], to: 'dropped', needs: 'reason' },
  resume: { from: ['dropped'], to: 'open' },
} as const satisfies Moves<ActionState>;

export type ActionMove = keyof typeof actionMoves;

/** What is said of an action before anybody carries it out. */
export interface Plan {
  /** What will be done. */
  readonly title: string;
  /** Who sees to it, best by role, because people move on. Empty while nobody does. */
  readonly owner: string;
  /** ISO date; null while there is none. */
  readonly dueOn: string | null;
}

export interface Action extends Plan {
  readonly state: ActionState;
  /** What shows that it was done. */
  readonly completion: string;
  /** What became better for children because of it. */
  readonly impact: string;
}

/** How an action stands on a day, the most pressing first. */
export const standings = ['overdue', 'unplanned', 'due-soon', 'on-track', 'claimed', 'verified', 'dropped'] as const;
export type Standing = (typeof standings)[number];

export const standingWords: Readonly<Record<Standing, string>> = {
  'overdue': 'Overdue',
  'unplanned': 'No owner or date',
  'due-soon': 'Due in 30 days',
  'on-track': 'On track',
  'claimed': 'Done, not verified',
  'verified': 'Verified',
  'dropped': 'Dropped',
};

/** Whole days that count as soon. */
const SOON = 30;

export function standingOf({ state, owner, dueOn }: Pick<Action, 'state' | 'owner' | 'dueOn'>, today: string): Standing {
  if (state !== 'open') return state;
  const left = dueOn === null ? null : daysUntil(dueOn, today);
  if (left !== null && left < 0) return 'overdue';
  if (left === null || owner === '') return 'unplanned';
  return left <= SOON ? 'due-soon' : 'on-track';
}

/** By how pressing they are, then by date; what has no date comes last among its like. */
export function mostPressingFirst<A extends Pick<Action, 'state' | 'owner' | 'dueOn'>>(actions: readonly A[], today: string): A[] {
  const rank = (action: A) => standings.indexOf(standingOf(action, today));
  const date = ({ dueOn }: A) => dueOn ?? '9999-12-31';
  return actions.toSorted((one, other) => rank(one) - rank(other) || (date(one) < date(other) ? -1 : Number(date(one) > date(other))));
}
