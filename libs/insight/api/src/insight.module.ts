import { Module } from '@nestjs/common';
import { TemplatesModule } from '@attest/templates/api';
import { InsightController } from './insight.controller';
import { InsightService } from './insight.service';
import { QuestionHeatmapService } from './question-heatmap.service';
import { ReleaseController } from './release/release.controller';
import { ReleaseService } from './release/release.service';
import { RoundReader } from './round-reader';
import { RoundStream } from './round-stream';
import { TrendController } from './trend.controller';
import { TrendReader } from './trend-reader';
import { TrendService } from './trend.service';

@Module({
  imports: [TemplatesModule],
  controllers: [ReleaseController, InsightController, TrendController],
  providers: [InsightService, QuestionHeatmapService, ReleaseService, RoundReader, RoundStream, TrendReader, TrendService],
  exports: [InsightService, RoundStream, ReleaseService],
})
export class InsightModule {}
