export { actionMoves, actionStates, mostPressingFirst, standingOf, standingWords, standings } from './action';
export type { Action, ActionMove, ActionState, Plan, Standing } from './action';
export { mostCharacters, moveProblems, planProblems, resultProblems } from './action-problems';
export type { ActionProblem } from './action-problems';
export { usualDueDates } from './due-dates';
export type { DueDate } from './due-dates';
export { gapsIn } from './gaps';
export type { Gap } from './gaps';
