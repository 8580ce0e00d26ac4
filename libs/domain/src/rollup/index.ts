export { tally } from './tally';
export { toldTo } from './told';
export { byName, weakestFirst } from './order';
export { mergedPhase, peerGroupOf, peerGroups } from './peer-groups';
export type { ScaleLevel, Tally, Told } from './tally';
export type { Standing } from './order';
export type { PeerGroup } from './peer-groups';
