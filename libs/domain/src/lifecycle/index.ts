export { movesFrom, stateAfter } from './moves';
export { submissionMoves, submissionStates } from './submission';
export { acceptsAnswers, roundMoves, roundStates } from './round';
export { boardState, boardStates, isLate } from './board-state';
export type { Move, Moves, StateOf } from './moves';
export type { SubmissionState } from './submission';
export type { Acceptance, RoundState } from './round';
export type { BoardState, Standing } from './board-state';
