import { Module } from '@nestjs/common';
import type { PresetKey } from '@attest/domain/exports';
import { InsightModule } from '@attest/insight/api';
import { SubmissionsModule } from '@attest/submissions/api';
import { BoardPack } from './board-pack/board-pack';
import { AnalysisController } from './connect/analysis.controller';
import { AnalysisService } from './connect/analysis.service';
import { TokensController } from './connect/tokens.controller';
import { TokensService } from './connect/tokens.service';
import { ExportsController } from './exports.controller';
import { ExportsService } from './exports.service';
import { Letters } from './letters/letters';
import { ExportJobs, MAKERS } from './made/export-jobs';
import { FullData } from './made/full-data';
import { MadeExportsController } from './made/made-exports.controller';
import { MadeExportsService } from './made/made-exports.service';
import type { Maker } from './made/making';
import { SavedExportsService } from './made/saved-exports.service';
import { PreviewController } from './preview/preview.controller';
import { PreviewService } from './preview/preview.service';
import { PublicSummary } from './summary/public-summary';
import { WordTemplateController } from './word-template/word-template.controller';
import { WordTemplateService } from './word-template/word-template.service';

const makers = {
  provide: MAKERS, inject: [BoardPack, Letters, FullData, PublicSummary],
  useFactory: (board: BoardPack, letters: Letters, full: FullData, summary: PublicSummary): Readonly<Record<PresetKey, Maker>> => ({ 'board-pack': board, letters, 'full-data': full, 'public-summary': summary }),
};

@Module({
  imports: [InsightModule, SubmissionsModule],
  controllers: [AnalysisController, ExportsController, MadeExportsController, PreviewController, TokensController, WordTemplateController],
  providers: [AnalysisService, ExportsService, ExportJobs, BoardPack, FullData, Letters, PublicSummary, MadeExportsService, PreviewService, SavedExportsService, TokensService, WordTemplateService, makers],
})
export class ExportsModule {}
