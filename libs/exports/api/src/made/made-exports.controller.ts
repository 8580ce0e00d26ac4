import { Body, Controller, Delete, Get, Header, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Can, FromCaller, Id, Limited, OwnTransactions, Traced, aFile, type SignedInCaller } from '@attest/shared/api';
import { MadeExportView, NewMadeExport, NewSavedExport, SavedExportView } from './made-exports.dto';
import { MadeExportsService } from './made-exports.service';
import { SavedExportsService } from './saved-exports.service';

@ApiTags('Exports')
@Controller('exports')
export class MadeExportsController {
  constructor(
    private readonly made: MadeExportsService,
    private readonly saved: SavedExportsService,
  ) {}

  @Get() @Can('export.create')
  @ApiOperation({ summary: 'Files that were made: who asked why, how far they are, who took them', description: 'One’s own; the business unit sees everybody’s.' }) @ApiOkResponse({ type: [MadeExportView] })
  listMadeExports() {
    return this.made.list();
  }

  @Post() @Can('export.create') @Limited('export')
  @ApiOperation({ summary: 'Ask for a file', description: 'It is made in the background, and deleted after seven days.' }) @ApiCreatedResponse({ type: MadeExportView })
  askForMadeExport(@Body() wanted: NewMadeExport) {
    return this.made.ask(wanted);
  }

  @Post(':id/cancel') @HttpCode(200) @Can('export.create')
  @ApiOperation({ summary: 'Stop making a file' }) @ApiOkResponse({ type: MadeExportView })
  cancelMadeExport(@Id() id: string) {
    return this.made.cancel(id);
  }

  @Post(':id/retry') @HttpCode(200) @Can('export.create') @Limited('export')
  @ApiOperation({ summary: 'Make a file again that failed, was stopped or has been deleted' }) @ApiOkResponse({ type: MadeExportView })
  retryMadeExport(@Id() id: string) {
    return this.made.retry(id);
  }

  @Get(':id/file') @Can('export.create') @OwnTransactions() @Traced() @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Download a file that was made' }) @ApiProduces('application/octet-stream') @ApiOkResponse(aFile)
  downloadMadeExport(@FromCaller() caller: SignedInCaller, @Id() id: string) {
    return this.made.download(caller, id);
  }

  @Get('saved') @Can('export.create')
  @ApiOperation({ summary: 'What one has saved of how files are made' }) @ApiOkResponse({ type: [SavedExportView] })
  listSavedExports() {
    return this.saved.list();
  }

  @Post('saved') @HttpCode(204) @Can('export.create')
  @ApiOperation({ summary: 'Save how a file is made, under a name', description: 'A name that is taken already gets what is saved now.' }) @ApiNoContentResponse()
  saveExport(@Body() wanted: NewSavedExport) {
    return this.saved.save(wanted);
  }

  @Delete('saved/:id') @HttpCode(204) @Can('export.create')
  @ApiOperation({ summary: 'Forget what was saved' }) @ApiNoContentResponse()
  removeSavedExport(@Id() id: string) {
    return this.saved.remove(id);
  }
}
