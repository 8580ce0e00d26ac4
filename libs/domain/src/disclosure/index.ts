export { audiences, audienceWords, highestAudience, isProtected, mayChoose, maySee, parts } from './audience';
export { minimumAlike, minimumGroup } from './minimum-group';
export { peerBand } from './peer-band';
export { protect } from './protect';
export type { Audience, Part } from './audience';
export type { PeerBand, PeerQuestion } from './peer-band';
export type { ProtectedTable, Published } from './protect';
