import { Body, Controller, Get, Header, HttpCode, Post, Query, StreamableFile, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Can, FromCaller, Id, Limited, OwnTransactions, WORKBOOK_TYPE, type SignedInCaller } from '@attest/shared/api';
import { CheckingService } from './checking.service';
import { CheckView, InvitationFilters, InvitationList, InvitationView, NewInvitation, NewInvitations, NewLead, PastedList, SentView } from './invitations.dto';
import { InvitationsService } from './invitations.service';
import { LARGEST_PEOPLE_FILE, type PeopleFile } from './people-file';

@ApiTags('Invitations')
@Controller()
export class InvitationsController {
  constructor(
    private readonly invitations: InvitationsService,
    private readonly checking: CheckingService,
  ) {}

  @Get('invitations') @Can('people.list')
  @ApiOperation({ summary: 'Who was invited, and what became of it' }) @ApiOkResponse({ type: InvitationList })
  listInvitations(@Query() filters: InvitationFilters) {
    return this.invitations.list(filters);
  }

  @Post('invitations') @Can('people.manage') @Limited('invite')
  @ApiOperation({ summary: 'Invite one person' }) @ApiCreatedResponse({ type: InvitationView })
  invite(@Body() invitation: NewInvitation) {
    return this.invitations.inviteOne(invitation);
  }

  @Get('invitations/template.xlsx') @Can('people.list') @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'A workbook to fill in, with every organisation in it' })
  @ApiProduces(WORKBOOK_TYPE) @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async template() {
    return new StreamableFile(await this.checking.template(), { type: WORKBOOK_TYPE, disposition: 'attachment; filename="people-to-invite.xlsx"' });
  }

  @Post('invitations/check') @Can('people.list') @HttpCode(200)
  @ApiOperation({ summary: 'What a pasted list would send, row by row', description: 'Sends nothing.' }) @ApiOkResponse({ type: CheckView })
  checkList(@Body() { text }: PastedList) {
    return this.checking.checkText(text);
  }

  @Post('invitations/check-file') @Can('people.list') @Limited('upload') @OwnTransactions() @HttpCode(200)
  @UseInterceptors(FileInterceptor('file', { limits: { fileSize: LARGEST_PEOPLE_FILE, files: 1 } }))
  @ApiOperation({ summary: 'What a workbook or a CSV file would send, row by row', description: 'Sends nothing.' }) @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } }) @ApiOkResponse({ type: CheckView })
  checkFile(@FromCaller() caller: SignedInCaller, @UploadedFile() file: PeopleFile | undefined) {
    return this.checking.checkFile(caller, file);
  }

  @Post('invitations/many') @Can('people.list') @Limited('invite')
  @ApiOperation({ summary: 'Invite many people, all of them or none' }) @ApiCreatedResponse({ type: SentView })
  inviteMany(@Body() { invitations }: NewInvitations) {
    return this.invitations.inviteMany(invitations);
  }

  @Post('invitations/:id/resend') @Can('people.manage') @Limited('invite') @HttpCode(200)
  @ApiOperation({ summary: 'Send an invitation again, with a new link' }) @ApiOkResponse({ type: InvitationView })
  resend(@Id() id: string) {
    return this.invitations.resend(id);
  }

  @Post('invitations/:id/withdraw') @Can('people.manage') @HttpCode(200)
  @ApiOperation({ summary: 'Withdraw an invitation: its link opens nothing any more' }) @ApiOkResponse({ type: InvitationView })
  withdraw(@Id() id: string) {
    return this.invitations.withdraw(id);
  }

  @Post('organisations/:id/handover') @Can('lead.hand-over') @Limited('invite')
  @ApiOperation({ summary: 'Hand the lead over: the next lead takes over on accepting' }) @ApiCreatedResponse({ type: InvitationView })
  handOver(@Id() id: string, @Body() next: NewLead) {
    return this.invitations.handOver(id, next);
  }
}
