export { minimumAlike, minimumGroup } from './minimum-group';
export { peerBand } from './peer-band';
export { protect } from './protect';
export type { PeerBand, PeerQuestion } from './peer-band';
export type { ProtectedTable, Published } from './protect';
