import { Body, Controller, HttpCode, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { AtStage, Can, Fresh, FromCaller, Limited, OwnTransactions, type SignedInCaller } from '@attest/shared/api';
import { AuthenticatorCode, AuthenticatorConfirmed, AuthenticatorOffer, Proof, RecoveryCodes, SecondFactor } from './second-factor.dto';
import { SecondFactorService } from './second-factor.service';
import { SessionView } from './session.dto';

@ApiTags('Session')
@Controller('session')
export class SecondFactorController {
  constructor(private readonly factors: SecondFactorService) {}

  @Post('second-factor') @Can('session.own') @AtStage('second-factor') @Limited('second-factor') @OwnTransactions() @HttpCode(200)
  @ApiOperation({ summary: 'Finish signing in with a second factor' }) @ApiOkResponse({ type: SessionView })
  finishSignIn(@FromCaller() caller: SignedInCaller, @Body() { code }: SecondFactor, @Res({ passthrough: true }) response: Response) {
    return this.factors.finishSignIn(caller, code, response);
  }

  @Post('authenticator') @Can('session.own') @AtStage('enrolment') @HttpCode(200)
  @ApiOperation({ summary: 'Begin to set up an authenticator app', description: 'What is answered is worth nothing until a code made with it is confirmed. One that is in use already stays so until then.' })
  @ApiOkResponse({ type: AuthenticatorOffer })
  offerAuthenticator(@FromCaller() caller: SignedInCaller) {
    return this.factors.offer(caller);
  }

  @Post('authenticator/confirm') @Can('session.own') @AtStage('enrolment') @Limited('second-factor') @OwnTransactions() @HttpCode(200)
  @ApiOperation({ summary: 'Use this authenticator app from now on' }) @ApiOkResponse({ type: AuthenticatorConfirmed })
  confirmAuthenticator(@FromCaller() caller: SignedInCaller, @Body() { code }: AuthenticatorCode, @Res({ passthrough: true }) response: Response) {
    return this.factors.confirm(caller, code, response);
  }

  @Post('recovery-codes') @Can('session.own') @Fresh() @HttpCode(200)
  @ApiOperation({ summary: 'New recovery codes', description: 'The old ones stop working.' }) @ApiOkResponse({ type: RecoveryCodes })
  async newRecoveryCodes(): Promise<RecoveryCodes> {
    return { recoveryCodes: await this.factors.newRecoveryCodes() };
  }

  @Post('proof') @Can('session.own') @Limited('sign-in') @OwnTransactions() @HttpCode(200)
  @ApiOperation({ summary: 'Prove once more who is signed in', description: 'For what must not happen at a computer somebody walked away from. Good for ten minutes.' })
  @ApiOkResponse({ type: SessionView })
  prove(@FromCaller() caller: SignedInCaller, @Body() proof: Proof, @Res({ passthrough: true }) response: Response) {
    return this.factors.prove(caller, proof, response);
  }
}
