import { Body, Controller, Delete, HttpCode, Post, Put, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { AtStage, Can, Fresh, FromCaller, Id, Limited, OwnTransactions, Public, type SignedInCaller } from '@attest/shared/api';
import { SessionView } from '../session.dto';
import { PasskeySignInService } from './passkey-sign-in.service';
import { NewPasskey, PasskeyAdded, PasskeyName, PasskeyRequest, PasskeySignature } from './passkeys.dto';
import { PasskeysService } from './passkeys.service';

@ApiTags('Session')
@Controller('session')
export class PasskeySignInController {
  constructor(private readonly passkeys: PasskeySignInService) {}

  @Post('passkey/options') @Public() @HttpCode(200)
  @ApiOperation({ summary: 'Begin to sign in with a passkey' }) @ApiOkResponse({ type: PasskeyRequest })
  offerPasskeySignIn(@Req() request: Request) {
    return this.passkeys.offer(request);
  }

  @Post('passkey') @Public() @Limited('passkey') @HttpCode(200)
  @ApiOperation({ summary: 'Sign in with a passkey', description: 'It is both factors: whoever unlocked it is signed in all the way.' }) @ApiOkResponse({ type: SessionView })
  signInWithPasskey(@Body() signature: PasskeySignature, @Req() request: Request, @Res({ passthrough: true }) response: Response) {
    return this.passkeys.signIn(signature, request, response);
  }

  @Post('proof/passkey/options') @Can('session.own') @AtStage('second-factor') @HttpCode(200)
  @ApiOperation({ summary: 'Begin to prove with a passkey who is signed in' }) @ApiOkResponse({ type: PasskeyRequest })
  offerPasskeyProof(@Req() request: Request) {
    return this.passkeys.offerProof(request);
  }

  @Post('proof/passkey') @Can('session.own') @AtStage('second-factor') @Limited('passkey') @OwnTransactions() @HttpCode(200)
  @ApiOperation({ summary: 'Prove with a passkey who is signed in', description: 'Finishes signing in where a second factor is owed; afterwards, good for ten minutes for what must not happen at a computer somebody walked away from.' })
  @ApiOkResponse({ type: SessionView })
  proveWithPasskey(@FromCaller() caller: SignedInCaller, @Body() signature: PasskeySignature, @Req() request: Request, @Res({ passthrough: true }) response: Response) {
    return this.passkeys.prove(caller, signature, request, response);
  }
}

@ApiTags('Account')
@Controller('account/passkeys')
export class PasskeysController {
  constructor(private readonly passkeys: PasskeysService) {}

  @Post('options') @Can('session.own') @AtStage('enrolment') @HttpCode(200)
  @ApiOperation({ summary: 'Begin to add a passkey' }) @ApiOkResponse({ type: PasskeyRequest })
  offerPasskey(@FromCaller() caller: SignedInCaller, @Req() request: Request) {
    return this.passkeys.offer(caller, request);
  }

  @Post() @Can('session.own') @AtStage('enrolment') @OwnTransactions() @HttpCode(200)
  @ApiOperation({ summary: 'Add a passkey', description: 'As the first second factor, it finishes signing in and comes with recovery codes.' }) @ApiOkResponse({ type: PasskeyAdded })
  addPasskey(@FromCaller() caller: SignedInCaller, @Body() made: NewPasskey, @Req() request: Request, @Res({ passthrough: true }) response: Response) {
    return this.passkeys.add(caller, made, request, response);
  }

  @Put(':id') @Can('session.own') @HttpCode(204)
  @ApiOperation({ summary: 'Give a passkey another name' }) @ApiNoContentResponse({ description: 'Renamed' })
  renamePasskey(@Id() id: string, @Body() { name }: PasskeyName) {
    return this.passkeys.rename(id, name);
  }

  @Delete(':id') @Can('session.own') @Fresh() @HttpCode(204)
  @ApiOperation({ summary: 'Remove a passkey', description: 'Never the only second factor, nor the only way to sign in.' }) @ApiNoContentResponse({ description: 'Removed' })
  removePasskey(@Id() id: string) {
    return this.passkeys.remove(id);
  }
}
