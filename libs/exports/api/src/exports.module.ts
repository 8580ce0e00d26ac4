import { Module } from '@nestjs/common';
import type { PresetKey } from '@attest/domain/exports';
import { InsightModule } from '@attest/insight/api';
import { SubmissionsModule } from '@attest/submissions/api';
import { BoardPack } from './board-pack/board-pack';
import { ExportsController } from './exports.controller';
import { ExportsService } from './exports.service';
import { Letters } from './letters/letters';
import { ExportJobs, MAKERS } from './made/export-jobs';
import { FullData } from './made/full-data';
import { MadeExportsController } from './made/made-exports.controller';
import { MadeExportsService } from './made/made-exports.service';
import type { Maker } from './made/making';
import { SavedExportsService } from './made/saved-exports.service';

const makers = {
  provide: MAKERS, inject: [BoardPack, Letters, FullData],
  useFactory: (board: BoardPack, letters: Letters, full: FullData): Readonly<Record<PresetKey, Maker>> => ({ 'board-pack': board, letters, 'full-data': full }),
};

@Module({
  imports: [InsightModule, SubmissionsModule],
  controllers: [ExportsController, MadeExportsController],
  providers: [ExportsService, ExportJobs, BoardPack, FullData, Letters, MadeExportsService, SavedExportsService, makers],
})
export class ExportsModule {}
