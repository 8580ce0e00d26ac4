import { Body, Controller, Get, Header, HttpCode, Post, Put, Query, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Can, FromCaller, Id, LARGEST_WORKBOOK, Limited, OwnTransactions, Traced, aFile, type SignedInCaller } from '@attest/shared/api';
import { workbookTypes } from '../workbook/workbook-file';
import { ImportAgainst, ImportedWorkbook, NewReasons, SkippedRows } from './imports.dto';
import { ImportsService, type WorkbookUpload } from './imports.service';

@ApiTags('Templates')
@Controller('templates/imports')
export class ImportsController {
  constructor(private readonly imports: ImportsService) {}

  @Post() @Can('template.write') @Limited('upload') @OwnTransactions() @UseInterceptors(FileInterceptor('file', { limits: { fileSize: LARGEST_WORKBOOK, files: 1 } }))
  @ApiOperation({ summary: 'Upload a workbook with a questionnaire and see what would come of it', description: 'Makes nothing of it until it is applied.' }) @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } }) @ApiCreatedResponse({ type: ImportedWorkbook })
  uploadWorkbook(@FromCaller() caller: SignedInCaller, @UploadedFile() file: WorkbookUpload | undefined, @Query() against: ImportAgainst) {
    return this.imports.upload(caller, file, against);
  }

  @Get(':id') @Can('template.write')
  @ApiOperation({ summary: 'What is wrong with an uploaded workbook, or what would come of it' }) @ApiOkResponse({ type: ImportedWorkbook })
  readWorkbookImport(@Id() id: string) {
    return this.imports.read(id);
  }

  @Get(':id/workbook') @Can('template.write') @Limited('export') @Traced() @OwnTransactions() @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'The same workbook, in the same format, with what is to be put right written in' })
  @ApiProduces(workbookTypes.xlsx, workbookTypes.ods) @ApiOkResponse(aFile)
  readCheckedWorkbook(@FromCaller() caller: SignedInCaller, @Id() id: string) {
    return this.imports.workbook(caller, id);
  }

  @Put(':id/skipped') @Can('template.write')
  @ApiOperation({ summary: 'Say which rows are left out' }) @ApiOkResponse({ type: ImportedWorkbook })
  skipRows(@Id() id: string, @Body() rows: SkippedRows) {
    return this.imports.skip(id, rows);
  }

  @Post(':id/apply') @Can('template.write') @HttpCode(200)
  @ApiOperation({ summary: 'Make a draft of it, all of it or nothing' }) @ApiOkResponse({ type: ImportedWorkbook })
  applyWorkbook(@Id() id: string, @Body() reasons: NewReasons) {
    return this.imports.apply(id, reasons);
  }
}
