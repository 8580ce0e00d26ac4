export { MOST_SIDES, sideInAddress, sideKinds, sidesIn } from './side';
export type { Side, SideKind } from './side';
export { standsAgainst, tooFew } from './standing-against';
export type { Against, Stands } from './standing-against';
