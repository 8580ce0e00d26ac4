import { Body, Controller, Delete, Get, HttpCode, Post, Put, Req, Res, UseGuards } from '@nestjs/common';
import { ApiBody, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { AtStage, Can, FromCaller, Limited, OwnTransactions, Public, type CallerRequest, type SignedInCaller } from '@attest/shared/api';
import { PasswordGuard } from './password.strategy';
import { OtherPartnership, SessionView, SignIn, WelcomeView } from './session.dto';
import { SessionService } from './session.service';

@ApiTags('Session')
@Controller()
export class SessionController {
  constructor(private readonly sessions: SessionService) {}

  @Post('session') @Public() @Limited('sign-in') @UseGuards(PasswordGuard) @HttpCode(200)
  @ApiOperation({ summary: 'Sign in', description: 'Sets an httpOnly cookie and answers who is signed in, with the CSRF token. Where a second factor is owed, `stage` says so.' })
  @ApiBody({ type: SignIn }) @ApiOkResponse({ type: SessionView })
  signIn(@Body() _: SignIn, @Req() request: Request, @Res({ passthrough: true }) response: Response) {
    return this.sessions.start({ ...(request.user as { personId: string }), way: 'password' }, request, response);
  }

  @Get('session') @Can('session.own') @AtStage('second-factor', 'enrolment') @OwnTransactions()
  @ApiOperation({ summary: 'Who is signed in' }) @ApiOkResponse({ type: SessionView })
  current(@Req() request: CallerRequest) {
    return this.sessions.view(request);
  }

  @Delete('session') @Can('session.own') @AtStage('second-factor', 'enrolment') @OwnTransactions() @HttpCode(204)
  @ApiOperation({ summary: 'Sign out' }) @ApiNoContentResponse({ description: 'Signed out' })
  signOut(@FromCaller() caller: SignedInCaller, @Req() request: Request, @Res({ passthrough: true }) response: Response) {
    return this.sessions.end(caller, request, response);
  }

  @Put('session/partnership') @Can('session.own') @OwnTransactions()
  @ApiOperation({ summary: 'Act in another partnership', description: 'One in which this person has a role. Gives the session a new token.' }) @ApiOkResponse({ type: SessionView })
  switchPartnership(@FromCaller() caller: SignedInCaller, @Body() { partnershipId }: OtherPartnership, @Res({ passthrough: true }) response: Response) {
    return this.sessions.switch(caller, partnershipId, response);
  }

  @Get('welcome') @Public()
  @ApiOperation({ summary: 'What the sign-in page shows' }) @ApiOkResponse({ type: WelcomeView })
  welcome() {
    return this.sessions.welcome();
  }
}
