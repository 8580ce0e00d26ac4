export { tally } from './tally';
export { toldTo } from './told';
export { meetsRate, percentage, responseRate } from './figures';
export { byName, movement, weakestFirst } from './order';
export { mergedPhase, peerGroupOf, peerGroups } from './peer-groups';
export type { ScaleLevel, Tally, Told } from './tally';
export type { Figure, Returned } from './figures';
export type { Standing } from './order';
export type { PeerGroup } from './peer-groups';
