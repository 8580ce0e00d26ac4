import { Module } from '@nestjs/common';
import { TemplatesModule } from '@attest/templates/api';
import { InsightController } from './insight.controller';
import { InsightService } from './insight.service';
import { RoundReader } from './round-reader';

@Module({
  imports: [TemplatesModule],
  controllers: [InsightController],
  providers: [InsightService, RoundReader],
  exports: [InsightService],
})
export class InsightModule {}
