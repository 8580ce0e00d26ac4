import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Can, FromCaller, Id, Limited, OwnTransactions, PaperView, Traced, aFile, paperTypes, type SignedInCaller } from '@attest/shared/api';
import { ReturnPapersService } from './papers.service';

@ApiTags('Returns')
@Controller('submissions')
export class ReturnPapersController {
  constructor(private readonly papers: ReturnPapersService) {}

  @Get(':id/form') @Can('submission.read')
  @ApiOperation({ summary: 'A blank form of what this organisation may be asked, to be printed from a page' }) @ApiOkResponse({ type: PaperView })
  readForm(@Id() id: string) {
    return this.papers.formView(id);
  }

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

  @Get(':id/copy.pdf') @Can('submission.read') @Limited('export') @Traced('of-others') @OwnTransactions() @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'A copy of a submitted return, as tagged PDF' }) @ApiProduces(paperTypes.pdf) @ApiOkResponse(aFile)
  printCopy(@FromCaller() caller: SignedInCaller, @Id() id: string) {
    return this.papers.copy(caller, id, 'pdf');
  }

  @Get(':id/copy.docx') @Can('submission.read') @Limited('export') @Traced('of-others') @OwnTransactions() @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'A copy of a submitted return, for Word' }) @ApiProduces(paperTypes.docx) @ApiOkResponse(aFile)
  writeCopy(@FromCaller() caller: SignedInCaller, @Id() id: string) {
    return this.papers.copy(caller, id, 'docx');
  }

  @Get(':id/governors-report.pdf') @Can('submission.read') @Limited('export') @Traced('of-others') @OwnTransactions() @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Two pages about a submitted return for governors or the board, as tagged PDF' }) @ApiProduces(paperTypes.pdf) @ApiOkResponse(aFile)
  printReport(@FromCaller() caller: SignedInCaller, @Id() id: string) {
    return this.papers.governorsReport(caller, id, 'pdf');
  }

  @Get(':id/governors-report.docx') @Can('submission.read') @Limited('export') @Traced('of-others') @OwnTransactions() @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Two pages about a submitted return for governors or the board, for Word' }) @ApiProduces(paperTypes.docx) @ApiOkResponse(aFile)
  writeReport(@FromCaller() caller: SignedInCaller, @Id() id: string) {
    return this.papers.governorsReport(caller, id, 'docx');
  }
}
