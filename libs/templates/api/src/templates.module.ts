import { Module } from '@nestjs/common';
import { TemplatesController } from './templates.controller';
import { TemplatesQueries } from './templates.queries';
import { TemplatesService } from './templates.service';

@Module({
  controllers: [TemplatesController],
  providers: [TemplatesService, TemplatesQueries],
  exports: [TemplatesService],
})
export class TemplatesModule {}
