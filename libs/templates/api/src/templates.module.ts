import { Module } from '@nestjs/common';
import { CitationsController } from './citations/citations.controller';
import { CitationsService } from './citations/citations.service';
import { DraftingService } from './drafts/drafting.service';
import { DraftsController } from './drafts/drafts.controller';
import { DraftsQueries } from './drafts/drafts.queries';
import { DraftsService } from './drafts/drafts.service';
import { ExaminationService } from './imports/examination.service';
import { ImportsController } from './imports/imports.controller';
import { ImportsQueries } from './imports/imports.queries';
import { ImportsService } from './imports/imports.service';
import { JsonController } from './json/json.controller';
import { JsonService } from './json/json.service';
import { TemplatePapersController } from './papers/papers.controller';
import { TemplatePapersService } from './papers/papers.service';
import { TakingOver } from './taking-over.service';
import { TemplatesController } from './templates.controller';
import { TemplatesQueries } from './templates.queries';
import { TemplatesService } from './templates.service';
import { VersionsController } from './versions/versions.controller';
import { VersionsQueries } from './versions/versions.queries';
import { VersionsService } from './versions/versions.service';
import { WorkbookController } from './workbook/workbook.controller';
import { WorkbookService } from './workbook/workbook.service';

@Module({
  controllers: [TemplatesController, VersionsController, DraftsController, JsonController, CitationsController, TemplatePapersController, WorkbookController, ImportsController],
  providers: [TemplatesService, TemplatesQueries, VersionsService, VersionsQueries, DraftsService, DraftsQueries, DraftingService, JsonService, CitationsService, TemplatePapersService, WorkbookService, ImportsService, ImportsQueries, ExaminationService, TakingOver],
  exports: [TemplatesService, DraftsService, TakingOver],
})
export class TemplatesModule {}
