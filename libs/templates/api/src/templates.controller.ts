import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Can } from '@attest/shared/api';
import { TemplateSummary } from './templates.dto';
import { TemplatesService } from './templates.service';

@ApiTags('Templates')
@Controller('templates')
export class TemplatesController {
  constructor(private readonly templates: TemplatesService) {}

  @Get() @Can('template.read')
  @ApiOperation({ summary: 'Published questionnaires, newest edition first' }) @ApiOkResponse({ type: [TemplateSummary] })
  listTemplates() {
    return this.templates.published();
  }
}
