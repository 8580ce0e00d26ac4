export { assignmentProblems } from './assignment-problems';
export type { AssignmentProblem } from './assignment-problems';
export { dueOffers } from './due-offers';
export type { DueOffer } from './due-offers';
export { shortName } from './short-name';
