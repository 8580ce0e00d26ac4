export { breakInWords, breaksOf, comparedInWords, labelsOf, pointInWords, signsOf, titleOf, trendLine, trendPicture } from './in-words';
export type { Trend, TrendPoint, TrendRound, TrendSeries } from './in-words';
export { historyOf, inAll, inBoth } from './same-organisations';
export { breakWords, comparableFrom, questionBack, standardBack } from './step';
export type { Back, BreakReason, Step } from './step';
export { threadBack } from './thread';
export type { Place, Way } from './thread';
