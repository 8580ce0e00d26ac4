import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Can, FromCaller, Id, Limited, OwnTransactions, aFile, paperTypes, type SignedInCaller } from '@attest/shared/api';
import { FormQuery, FormView } from './papers.dto';
import { TemplatePapersService } from './papers.service';

@ApiTags('Templates')
@Controller('templates')
export class TemplatePapersController {
  constructor(private readonly papers: TemplatePapersService) {}

  @Get('versions/:id/form') @Can('template.read')
  @ApiOperation({ summary: 'A blank form of a published version, to be printed from a page' }) @ApiOkResponse({ type: FormView })
  readVersionForm(@Id() id: string, @Query() query: FormQuery) {
    return this.papers.formViewOfVersion(id, query);
  }

  @Get('drafts/:id/form') @Can('template.write')
  @ApiOperation({ summary: 'A blank form of a draft, to be printed from a page' }) @ApiOkResponse({ type: FormView })
  readDraftForm(@Id() id: string, @Query() query: FormQuery) {
    return this.papers.formViewOfDraft(id, query);
  }

  @Get('versions/:id/form.pdf') @Can('template.read') @Limited('export') @OwnTransactions() @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'A blank form of a published version as tagged PDF' }) @ApiProduces(paperTypes.pdf) @ApiOkResponse(aFile)
  printVersion(@FromCaller() caller: SignedInCaller, @Id() id: string, @Query() query: FormQuery) {
    return this.papers.formOfVersion(caller, id, query, 'pdf');
  }

  @Get('versions/:id/form.docx') @Can('template.read') @Limited('export') @OwnTransactions() @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'A blank form of a published version for Word' }) @ApiProduces(paperTypes.docx) @ApiOkResponse(aFile)
  writeVersion(@FromCaller() caller: SignedInCaller, @Id() id: string, @Query() query: FormQuery) {
    return this.papers.formOfVersion(caller, id, query, 'docx');
  }

  @Get('versions/:id/consultation.docx') @Can('template.write') @Limited('export') @OwnTransactions() @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'A published version with a margin for comments, for Word' }) @ApiProduces(paperTypes.docx) @ApiOkResponse(aFile)
  consultOnVersion(@FromCaller() caller: SignedInCaller, @Id() id: string) {
    return this.papers.consultationOfVersion(caller, id);
  }

  @Get('drafts/:id/form.pdf') @Can('template.write') @Limited('export') @OwnTransactions() @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'A blank form of a draft as tagged PDF' }) @ApiProduces(paperTypes.pdf) @ApiOkResponse(aFile)
  printDraft(@FromCaller() caller: SignedInCaller, @Id() id: string, @Query() query: FormQuery) {
    return this.papers.formOfDraft(caller, id, query, 'pdf');
  }

  @Get('drafts/:id/form.docx') @Can('template.write') @Limited('export') @OwnTransactions() @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'A blank form of a draft for Word' }) @ApiProduces(paperTypes.docx) @ApiOkResponse(aFile)
  writeDraft(@FromCaller() caller: SignedInCaller, @Id() id: string, @Query() query: FormQuery) {
    return this.papers.formOfDraft(caller, id, query, 'docx');
  }

  @Get('drafts/:id/consultation.docx') @Can('template.write') @Limited('export') @OwnTransactions() @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'A draft with a margin for comments, for Word' }) @ApiProduces(paperTypes.docx) @ApiOkResponse(aFile)
  consultOnDraft(@FromCaller() caller: SignedInCaller, @Id() id: string) {
    return this.papers.consultationOfDraft(caller, id);
  }
}
