import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Can, FromCaller, Id, Limited, OwnTransactions, aFile, paperTypes, type SignedInCaller } from '@attest/shared/api';
import { ReturnPapersService } from './papers.service';

@ApiTags('Returns')
@Controller('submissions')
export class ReturnPapersController {
  constructor(private readonly papers: ReturnPapersService) {}

  @Get(':id/form.pdf') @Can('submission.read') @Limited('export') @OwnTransactions() @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'A blank form of what this organisation may be asked, as tagged PDF' }) @ApiProduces(paperTypes.pdf) @ApiOkResponse(aFile)
  printForm(@FromCaller() caller: SignedInCaller, @Id() id: string) {
    return this.papers.form(caller, id, 'pdf');
  }

  @Get(':id/form.docx') @Can('submission.read') @Limited('export') @OwnTransactions() @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'A blank form of what this organisation may be asked, for Word' }) @ApiProduces(paperTypes.docx) @ApiOkResponse(aFile)
  writeForm(@FromCaller() caller: SignedInCaller, @Id() id: string) {
    return this.papers.form(caller, id, 'docx');
  }
}
