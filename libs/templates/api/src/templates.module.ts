import { Module } from '@nestjs/common';
import { CitationsController } from './citations/citations.controller';
import { CitationsService } from './citations/citations.service';
import { DraftingService } from './drafts/drafting.service';
import { DraftsController } from './drafts/drafts.controller';
import { DraftsQueries } from './drafts/drafts.queries';
import { DraftsService } from './drafts/drafts.service';
import { JsonController } from './json/json.controller';
import { JsonService } from './json/json.service';
import { TemplatePapersController } from './papers/papers.controller';
import { TemplatePapersService } from './papers/papers.service';
import { TemplatesController } from './templates.controller';
import { TemplatesQueries } from './templates.queries';
import { TemplatesService } from './templates.service';
import { VersionsController } from './versions/versions.controller';
import { VersionsQueries } from './versions/versions.queries';
import { VersionsService } from './versions/versions.service';

@Module({
  controllers: [TemplatesController, VersionsController, DraftsController, JsonController, CitationsController, TemplatePapersController],
  providers: [TemplatesService, TemplatesQueries, VersionsService, VersionsQueries, DraftsService, DraftsQueries, DraftingService, JsonService, CitationsService, TemplatePapersService],
  exports: [TemplatesService, DraftsService],
})
export class TemplatesModule {}
