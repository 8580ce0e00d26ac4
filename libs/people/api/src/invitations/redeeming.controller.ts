import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Can, Limited, Public } from '@attest/shared/api';
import { SessionView } from '../sign-in/session.dto';
import { Acceptance, OpenedInvitation, Token } from './invitations.dto';
import { RedeemingService } from './redeeming.service';

/** The token comes in the body: addresses are written into logs. */
@ApiTags('Invitations')
@Controller('invitations')
export class RedeemingController {
  constructor(private readonly redeeming: RedeemingService) {}

  @Post('look') @Public() @Limited('link') @HttpCode(200)
  @ApiOperation({ summary: 'What a link invites to', description: 'Changes nothing.' }) @ApiOkResponse({ type: OpenedInvitation })
  look(@Body() { token }: Token) {
    return this.redeeming.look(token);
  }

  @Post('accept') @Public() @Limited('link') @HttpCode(200)
  @ApiOperation({ summary: 'Accept as somebody who cannot sign in yet', description: 'Makes the account, or wakes one whose last role has ended; then a second factor is owed, as after any password.' }) @ApiOkResponse({ type: SessionView })
  accept(@Body() acceptance: Acceptance, @Req() request: Request, @Res({ passthrough: true }) response: Response) {
    return this.redeeming.accept(acceptance, request, response);
  }

  @Post('join') @Can('session.own') @Limited('link') @HttpCode(204)
  @ApiOperation({ summary: 'Accept as the person who is signed in' }) @ApiNoContentResponse({ description: 'Accepted: the session has the new role' })
  join(@Body() { token }: Token) {
    return this.redeeming.join(token);
  }
}
