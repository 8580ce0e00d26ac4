import { Controller, Delete, Get, Header, HttpCode, Post, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { LARGEST_TEMPLATE } from '@attest/domain/exports';
import { Can, FromCaller, Limited, OwnTransactions, Traced, aFile, paperTypes, type SignedInCaller } from '@attest/shared/api';
import { WordTemplateView } from './word-template.dto';
import { WordTemplateService, type BroughtTemplate } from './word-template.service';

@ApiTags('Exports')
@Controller('word-template')
export class WordTemplateController {
  constructor(private readonly templates: WordTemplateService) {}

  @Get() @Can('export.create')
  @ApiOperation({ summary: 'The partnership’s own Word template, and what it has places for' }) @ApiOkResponse({ type: WordTemplateView })
  readWordTemplate() {
    return this.templates.read();
  }

  @Post() @Can('word-template.manage') @Limited('upload') @OwnTransactions()
  @UseInterceptors(FileInterceptor('file', { defParamCharset: 'utf8', limits: { fileSize: LARGEST_TEMPLATE, files: 1, fields: 0 } }))
  @ApiOperation({ summary: 'Bring the partnership’s own Word template', description: 'In place of the one there is. It needs a place for the paper itself: {{body}}.' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } })
  @ApiCreatedResponse({ type: WordTemplateView })
  bringWordTemplate(@FromCaller() caller: SignedInCaller, @UploadedFile() file: BroughtTemplate | undefined) {
    return this.templates.bring(caller, file);
  }

  @Delete() @HttpCode(204) @Can('word-template.manage')
  @ApiOperation({ summary: 'Remove it: papers are made as usual again' }) @ApiNoContentResponse()
  removeWordTemplate() {
    return this.templates.remove();
  }

  @Get('file') @Can('export.create') @Traced() @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Download it' }) @ApiProduces(paperTypes.docx) @ApiOkResponse(aFile)
  downloadWordTemplate() {
    return this.templates.file();
  }

  @Get('starter.docx') @Can('export.create') @OwnTransactions() @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'A Word template to start from, with its places' }) @ApiProduces(paperTypes.docx) @ApiOkResponse(aFile)
  downloadStarterTemplate() {
    return this.templates.starter();
  }
}
