export { assignmentProblems } from './assignment-problems';
export type { AssignmentProblem } from './assignment-problems';
export { dueOffers } from './due-offers';
export type { DueOffer } from './due-offers';
export { shortName } from './short-name';
export { mentionBegun, mentionsIn } from './mentions';
export { requestedChanges } from './requested-changes';
export { sittingsOf } from './sittings';
export type { Saving } from './sittings';
