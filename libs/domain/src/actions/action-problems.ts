import { isIsoDate } from '../questionnaire';
import { actionMoves, type Action, type ActionMove, type Plan } from './action';

/** What has to be put right, by field. */
export interface ActionProblem {
  readonly where: 'title' | 'owner' | 'dueOn' | 'completion' | 'impact' | 'reason';
  readonly detail: string;
}

/** Most characters (UTF-16 units) of each field. */
export const mostCharacters = { title: 500, owner: 200, completion: 2_000, impact: 2_000, reason: 1_000 } as const;

/**
 * Why a plan cannot be kept. Owner and date may be missing, and then it stands as unplanned. A date that is kept may lie in the
 * past, because then it is overdue; a new one may not.
 */
export function planProblems(plan: Plan, before: Plan | null, today: string): readonly ActionProblem[] {
  return [
    ...(plan.title.trim().length < 3 ? [{ where: 'title', detail: 'Say in a few words what will be done.' } as const] : []),
    ...longer('title', plan.title),
    ...longer('owner', plan.owner),
    ...dateProblems(plan.dueOn, before?.dueOn ?? null, today),
  ];
}

/** Why a move cannot be made as it is asked for; whether it can be made at all, `actionMoves` says. */
export function moveProblems(move: ActionMove, action: Action, reason: string): readonly ActionProblem[] {
  if ('needs' in actionMoves[move] && reason.trim() === '') return [{ where: 'reason', detail: 'Say why, so that others understand it later.' }];
  if (move === 'claim' && action.completion.trim() === '') return [{ where: 'completion', detail: 'Say what shows that it was done.' }];
  if (move === 'claim' && action.owner.trim() === '') return [{ where: 'owner', detail: 'Say who saw to it.' }];
  return longer('reason', reason);
}

export const resultProblems = ({ completion, impact }: Pick<Action, 'completion' | 'impact'>): readonly ActionProblem[] =>
  [...longer('completion', completion), ...longer('impact', impact)];

function dateProblems(dueOn: string | null, before: string | null, today: string): readonly ActionProblem[] {
  if (dueOn === null || dueOn === before) return [];
  if (!isIsoDate(dueOn)) return [{ where: 'dueOn', detail: 'Enter a real date.' }];
  return dueOn < today ? [{ where: 'dueOn', detail: 'Choose today or a later day.' }] : [];
}

function longer(where: keyof typeof mostCharacters, text: string): readonly ActionProblem[] {
  const most = mostCharacters[where];
  return text.length > most ? [{ where, detail: `Use ${most.toLocaleString('en-GB')} characters or fewer.` }] : [];
}
