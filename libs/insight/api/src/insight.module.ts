import { Module } from '@nestjs/common';
import { TemplatesModule } from '@attest/templates/api';
import { InsightController } from './insight.controller';
import { InsightService } from './insight.service';
import { RoundReader } from './round-reader';
import { TrendController } from './trend.controller';
import { TrendReader } from './trend-reader';
import { TrendService } from './trend.service';

@Module({
  imports: [TemplatesModule],
  controllers: [InsightController, TrendController],
  providers: [InsightService, RoundReader, TrendReader, TrendService],
  exports: [InsightService],
})
export class InsightModule {}
