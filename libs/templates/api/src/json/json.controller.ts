import { Body, Controller, Get, Header, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Can, Id, Limited, Public, Traced } from '@attest/shared/api';
import { DraftView } from '../drafts/drafts.dto';
import { templateSchema } from '../shape/shape';
import { CheckedTemplate, WholeTemplate } from './json.dto';
import { JsonService } from './json.service';

const file = { schema: { type: 'object', additionalProperties: true } } as const;

@ApiTags('Templates')
@Controller('templates')
export class JsonController {
  constructor(private readonly json: JsonService) {}

  @Get('schema.json') @Public() @Header('Content-Type', 'application/schema+json')
  @ApiOperation({ summary: 'The JSON Schema (2020-12) of a template' }) @ApiProduces('application/schema+json') @ApiOkResponse(file)
  readTemplateSchema() {
    return templateSchema;
  }

  @Get('drafts/:id/export.json') @Can('template.write') @Limited('export') @Traced() @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'A draft as a file' }) @ApiProduces('application/json') @ApiOkResponse(file)
  exportDraft(@Id() id: string) {
    return this.json.ofDraft(id);
  }

  @Get('versions/:id/export.json') @Can('template.write') @Limited('export') @Traced() @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'A published version as a file, whose SHA-256 is its content hash' }) @ApiProduces('application/json') @ApiOkResponse(file)
  exportVersion(@Id() id: string) {
    return this.json.ofVersion(id);
  }

  @Post('drafts/check-json') @Can('template.write') @Limited('upload') @HttpCode(200)
  @ApiOperation({ summary: 'What would come of taking a template in; nothing is changed' }) @ApiOkResponse({ type: CheckedTemplate })
  checkJson(@Body() whole: WholeTemplate) {
    return this.json.check(whole);
  }

  @Post('drafts/from-json') @Can('template.write') @Limited('upload')
  @ApiOperation({ summary: 'Start a draft from a whole template' }) @ApiCreatedResponse({ type: DraftView })
  startFromJson(@Body() whole: WholeTemplate) {
    return this.json.takeIn(whole);
  }
}
