export { InsightModule } from './insight.module';
export { InsightFilters } from './insight.dto';
export type { DistributionView, HeatmapCell, HeatmapRow, HeatmapView, QuestionAnswer, ResponseRatesView } from './insight.dto';
export { InsightService, type RoundSummary, type WholeRound } from './insight.service';
export { RoundStream, together, type WholeQuestion } from './round-stream';
export { ReleaseService } from './release/release.service';
export type { PublishedFigure, PublishedView } from './release/release.dto';
export { FindingsService } from './findings/findings.service';
export { findingsBlocks } from './findings/findings-paper';
