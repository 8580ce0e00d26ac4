import { Module } from '@nestjs/common';
import { Askers } from './askers';
import { ErasingController } from './erasing/erasing.controller';
import { ErasingService } from './erasing/erasing.service';
import { OwnRecordsController } from './erasing/own-records.controller';
import { OwnRecordsService } from './erasing/own-records.service';
import { ExportingController } from './exporting/exporting.controller';
import { ExportingService } from './exporting/exporting.service';
import { ExportJobs } from './exporting/export-jobs';
import { DisposalJobs } from './retention/disposal-jobs';
import { DisposalsService } from './retention/disposals.service';
import { HoldsService } from './retention/holds.service';
import { RetentionController } from './retention/retention.controller';
import { RetentionService } from './retention/retention.service';

@Module({
  controllers: [RetentionController, ExportingController, ErasingController, OwnRecordsController],
  providers: [Askers, RetentionService, HoldsService, DisposalsService, DisposalJobs, ExportingService, ExportJobs, ErasingService, OwnRecordsService],
})
export class RecordsModule {}
