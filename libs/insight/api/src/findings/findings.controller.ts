import { Body, Controller, Delete, Get, Header, HttpCode, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Can, FromCaller, Id, Limited, OwnTransactions, Traced, aFile, paperTypes, type SignedInCaller } from '@attest/shared/api';
import { ChangedFinding, FindingsOrder, FindingsView, NewFinding, OwnFinding } from './findings.dto';
import { FindingsService } from './findings.service';

@ApiTags('Findings')
@Controller()
export class FindingsController {
  constructor(private readonly findings: FindingsService) {}

  @Get('rounds/:id/findings') @Can('insight.read')
  @ApiOperation({ summary: 'What a list of rules finds in a round, and what people wrote beside it' }) @ApiOkResponse({ type: FindingsView })
  readFindings(@Id() id: string) {
    return this.findings.findings(id);
  }

  @Post('rounds/:id/findings') @Can('insight.write')
  @ApiOperation({ summary: 'Write a finding' }) @ApiCreatedResponse({ type: OwnFinding })
  addFinding(@Id() id: string, @Body() finding: NewFinding) {
    return this.findings.add(id, finding);
  }

  @Put('rounds/:id/findings/order') @Can('insight.write') @HttpCode(204)
  @ApiOperation({ summary: 'Put the findings of a round in another order' }) @ApiNoContentResponse()
  orderFindings(@Id() id: string, @Body() order: FindingsOrder) {
    return this.findings.order(id, order);
  }

  @Put('findings/:id') @Can('insight.write')
  @ApiOperation({ summary: 'Change the words of a finding' }) @ApiOkResponse({ type: OwnFinding })
  changeFinding(@Id() id: string, @Body() finding: ChangedFinding) {
    return this.findings.change(id, finding);
  }

  @Delete('findings/:id') @Can('insight.write') @HttpCode(204)
  @ApiOperation({ summary: 'Remove a finding' }) @ApiNoContentResponse()
  removeFinding(@Id() id: string) {
    return this.findings.remove(id);
  }

  @Get('rounds/:id/findings.pdf') @Can('export.create') @Limited('export') @Traced() @OwnTransactions() @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'The findings of a round, as tagged PDF' }) @ApiProduces(paperTypes.pdf) @ApiOkResponse(aFile)
  printFindings(@FromCaller() caller: SignedInCaller, @Id() id: string) {
    return this.findings.paper(caller, id, 'pdf');
  }

  @Get('rounds/:id/findings.docx') @Can('export.create') @Limited('export') @Traced() @OwnTransactions() @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'The findings of a round, for Word' }) @ApiProduces(paperTypes.docx) @ApiOkResponse(aFile)
  writeFindings(@FromCaller() caller: SignedInCaller, @Id() id: string) {
    return this.findings.paper(caller, id, 'docx');
  }
}
