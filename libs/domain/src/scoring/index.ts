export { POINTS } from '../questionnaire';
export { explain } from './explain';
export { rate } from './rate';
export { smallestChange } from './smallest-change';
export type { SmallestChange, Step } from './smallest-change';
export { ruleInWords } from './rule-in-words';
export type { Cap, Counted, LeftOut, Named, Next, Rating, Ratings, SectionRating, Trace } from './rating';
export { levelOf, percentOf } from './score';
export type { Score } from './score';
