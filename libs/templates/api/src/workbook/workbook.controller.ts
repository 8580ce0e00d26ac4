import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Can, FromCaller, Id, Limited, OwnTransactions, Traced, aFile, type SignedInCaller } from '@attest/shared/api';
import { workbookTypes } from './workbook-file';
import { WorkbookService } from './workbook.service';

@ApiTags('Templates')
@Controller('templates')
export class WorkbookController {
  constructor(private readonly workbooks: WorkbookService) {}

  @Get('drafts/:id/workbook.xlsx') @Can('template.write') @Limited('export') @Traced() @OwnTransactions() @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'A draft as an Excel workbook, to work on and give back' }) @ApiProduces(workbookTypes.xlsx) @ApiOkResponse(aFile)
  exportDraftWorkbook(@FromCaller() caller: SignedInCaller, @Id() id: string) {
    return this.workbooks.ofDraft(caller, id, 'xlsx');
  }

  @Get('drafts/:id/workbook.ods') @Can('template.write') @Limited('export') @Traced() @OwnTransactions() @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'A draft as an OpenDocument spreadsheet, to work on and give back' }) @ApiProduces(workbookTypes.ods) @ApiOkResponse(aFile)
  exportDraftOpenDocument(@FromCaller() caller: SignedInCaller, @Id() id: string) {
    return this.workbooks.ofDraft(caller, id, 'ods');
  }

  @Get('versions/:id/workbook.xlsx') @Can('template.write') @Limited('export') @Traced() @OwnTransactions() @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'A published version as an Excel workbook, to start the next edition from' }) @ApiProduces(workbookTypes.xlsx) @ApiOkResponse(aFile)
  exportVersionWorkbook(@FromCaller() caller: SignedInCaller, @Id() id: string) {
    return this.workbooks.ofVersion(caller, id, 'xlsx');
  }

  @Get('versions/:id/workbook.ods') @Can('template.write') @Limited('export') @Traced() @OwnTransactions() @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'A published version as an OpenDocument spreadsheet, to start the next edition from' }) @ApiProduces(workbookTypes.ods) @ApiOkResponse(aFile)
  exportVersionOpenDocument(@FromCaller() caller: SignedInCaller, @Id() id: string) {
    return this.workbooks.ofVersion(caller, id, 'ods');
  }
}
