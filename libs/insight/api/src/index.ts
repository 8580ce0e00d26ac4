export { InsightModule } from './insight.module';
export { InsightFilters } from './insight.dto';
export type { HeatmapCell, HeatmapRow, HeatmapView, QuestionAnswer, ResponseRatesView } from './insight.dto';
export { InsightService, type WholeQuestion, type WholeRound } from './insight.service';
export { ReleaseService } from './release/release.service';
export type { PublishedFigure, PublishedView } from './release/release.dto';
