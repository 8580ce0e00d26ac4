import { Body, Controller, Get, Header, HttpCode, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Can, Fresh, Id, Limited } from '@attest/shared/api';
import { JointAcceptance, JointCode, JointInvitationView, JointLeaving, JointRoundChoice, JointRoundView, NewJointCode, NewJointInvitation, NewJointRound } from './joint.dto';
import { JointService } from './joint.service';

@ApiTags('Joint rounds')
@Controller('joint-rounds')
export class JointController {
  constructor(private readonly joint: JointService) {}

  @Get() @Can('joint-round.manage')
  @ApiOperation({ summary: 'Joint rounds that this partnership is in, or was, newest first' }) @ApiOkResponse({ type: [JointRoundView] })
  listJointRounds() {
    return this.joint.list();
  }

  @Post() @Can('joint-round.manage') @Fresh()
  @ApiOperation({ summary: 'Run a round jointly with other partnerships', description: 'Each keeps its own round, dates and returns. Others come by a code.' }) @ApiCreatedResponse({ type: JointRoundView })
  beginJointRound(@Body() round: NewJointRound) {
    return this.joint.begin(round);
  }

  @Post('invitation') @Can('joint-round.manage') @Limited('link') @HttpCode(200)
  @ApiOperation({ summary: 'Look at an invitation', description: 'Changes nothing. By POST, because a code does not belong in an address.' }) @ApiOkResponse({ type: JointInvitationView })
  lookAtJointInvitation(@Body() code: JointCode) {
    return this.joint.look(code);
  }

  @Post('accept') @Can('joint-round.manage') @Fresh() @Limited('link')
  @ApiOperation({ summary: 'Join a joint round', description: 'Its questionnaire is published here to the byte, unless it is already.' }) @ApiCreatedResponse({ type: JointRoundView })
  acceptJointInvitation(@Body() acceptance: JointAcceptance) {
    return this.joint.accept(acceptance);
  }

  @Post('decline') @Can('joint-round.manage') @Fresh() @Limited('link') @HttpCode(204)
  @ApiOperation({ summary: 'Decline an invitation to a joint round' }) @ApiNoContentResponse()
  declineJointInvitation(@Body() code: JointCode) {
    return this.joint.decline(code);
  }

  @Get(':id') @Can('joint-round.manage')
  @ApiOperation({ summary: 'One joint round: its partners, and how far each is' }) @ApiOkResponse({ type: JointRoundView })
  readJointRound(@Id() id: string) {
    return this.joint.read(id);
  }

  @Post(':id/invitations') @Can('joint-round.manage') @Fresh() @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'A code by which one more partnership can join', description: 'Good once, for thirty days. Give it to the other business unit yourself: nobody is written to.' }) @ApiCreatedResponse({ type: NewJointCode })
  inviteToJointRound(@Id() id: string, @Body() invitation: NewJointInvitation) {
    return this.joint.invite(id, invitation);
  }

  @Post(':id/invitations/:invitationId/withdraw') @Can('joint-round.manage') @Fresh() @HttpCode(200)
  @ApiOperation({ summary: 'Withdraw a code that has not been used' }) @ApiOkResponse({ type: JointRoundView })
  withdrawJointInvitation(@Id() id: string, @Id('invitationId') invitationId: string) {
    return this.joint.withdraw(id, invitationId);
  }

  @Put(':id/round') @Can('joint-round.manage') @Fresh()
  @ApiOperation({ summary: 'Say which of your rounds is run jointly' }) @ApiOkResponse({ type: JointRoundView })
  chooseRoundOfJointRound(@Id() id: string, @Body() choice: JointRoundChoice) {
    return this.joint.chooseRound(id, choice);
  }

  @Post(':id/leave') @Can('joint-round.manage') @Fresh() @HttpCode(200)
  @ApiOperation({ summary: 'Leave a joint round', description: 'Withdraws what was shared. Your round goes on by itself.' }) @ApiOkResponse({ type: JointRoundView })
  leaveJointRound(@Id() id: string, @Body() leaving: JointLeaving) {
    return this.joint.leave(id, leaving);
  }
}
