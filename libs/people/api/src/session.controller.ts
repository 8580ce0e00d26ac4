import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res, UseGuards } from '@nestjs/common';
import { ApiBody, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Can, OwnTransactions, Public, type CallerRequest } from '@attest/shared/api';
import { SessionView, SignIn, WelcomeView } from './session.dto';
import { SessionService } from './session.service';
import { PasswordGuard } from './sign-in';

@ApiTags('Session')
@Controller()
export class SessionController {
  constructor(private readonly sessions: SessionService) {}

  @Post('session') @Public() @UseGuards(PasswordGuard) @HttpCode(200)
  @ApiOperation({ summary: 'Sign in', description: 'Sets an httpOnly cookie and answers who is signed in, with the CSRF token.' })
  @ApiBody({ type: SignIn }) @ApiOkResponse({ type: SessionView })
  signIn(@Body() _: SignIn, @Req() request: Request, @Res({ passthrough: true }) response: Response) {
    return this.sessions.start(request.user as { personId: string }, request, response);
  }

  @Get('session') @Can('session.own') @OwnTransactions()
  @ApiOperation({ summary: 'Who is signed in' }) @ApiOkResponse({ type: SessionView })
  current(@Req() request: CallerRequest) {
    return this.sessions.view(request);
  }

  @Delete('session') @Can('session.own') @OwnTransactions() @HttpCode(204)
  @ApiOperation({ summary: 'Sign out' }) @ApiNoContentResponse({ description: 'Signed out' })
  signOut(@Req() request: Request, @Res({ passthrough: true }) response: Response) {
    return this.sessions.end(request, response);
  }

  @Get('welcome') @Public()
  @ApiOperation({ summary: 'What the sign-in page shows' }) @ApiOkResponse({ type: WelcomeView })
  welcome() {
    return this.sessions.welcome();
  }
}
