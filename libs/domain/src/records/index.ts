export { dataMap, exportedTables } from './data-map';
export { basisInWords, type DataMapEntry } from './data-map-entry';
export { formerLabel } from './former-label';
export { holdsEverything, isHeld } from './holds';
export { cutOffs, monthsOf, periodProblem, retention, retentionKinds } from './retention';
export type { Hold, Holdable } from './holds';
export type { Periods, RetentionKind, RetentionRule } from './retention';
