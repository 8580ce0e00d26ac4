import { Body, Controller, Get, Header, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Can, Fresh, FromCaller, Id, OwnTransactions, Traced, type SignedInCaller } from '@attest/shared/api';
import { ExportView, NewExport } from './exporting.dto';
import { ExportingService } from './exporting.service';

@ApiTags('Records')
@Controller('records/exports')
export class ExportingController {
  constructor(private readonly exporting: ExportingService) {}

  @Get() @Can('records.export')
  @ApiOperation({ summary: 'Copies of everything: who asked why, and who took them' }) @ApiOkResponse({ type: [ExportView] })
  listExports() {
    return this.exporting.list();
  }

  @Post() @Can('records.export') @Fresh()
  @ApiOperation({ summary: 'Ask for a copy of everything this partnership has in Attest', description: 'It is made in the background, and deleted after seven days.' }) @ApiCreatedResponse({ type: ExportView })
  askForExport(@Body() { reason }: NewExport) {
    return this.exporting.ask(reason);
  }

  @Get(':id/file') @Can('records.export') @OwnTransactions() @Traced() @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Download a copy' }) @ApiProduces('application/zip') @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  downloadExport(@FromCaller() caller: SignedInCaller, @Id() id: string) {
    return this.exporting.download(caller, id);
  }
}
