export { movesFrom, stateAfter } from './moves';
export { isEditable, submissionMoves, submissionStates } from './submission';
export { acceptsAnswers, roundMoves, roundStates } from './round';
export { boardState, boardStates, isLate } from './board-state';
export { daysUntil } from './days';
export type { Move, Moves, StateOf } from './moves';
export type { SubmissionState } from './submission';
export type { Acceptance, RoundState } from './round';
export type { BoardState, Standing } from './board-state';
