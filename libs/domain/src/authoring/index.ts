export { conditionInWords, labelsOf, plainest, readCondition } from './condition-sentence';
export type { ReadCondition } from './condition-sentence';
export { unreachableQuestions, witnessOf } from './reachable';
export type { Witness } from './reachable';
export { adviceOn, limits } from './advice';
export type { Advice, AdviceCode, CurrentEditions } from './advice';
export { minutesFor, minutesToAnswer } from './minutes';
export { readingAge, syllablesIn } from './reading-age';
