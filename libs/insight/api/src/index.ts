export { InsightModule } from './insight.module';
export { InsightFilters } from './insight.dto';
export type { HeatmapCell, HeatmapRow, HeatmapView, QuestionAnswer, ResponseRatesView } from './insight.dto';
export { InsightService, type WholeQuestion, type WholeRound } from './insight.service';
