import { Body, Controller, Delete, Get, HttpCode, Put, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Can, FromCaller, Id, Limited, OwnTransactions, type CallerRequest, type SignedInCaller } from '@attest/shared/api';
import { AccountService } from './account.service';
import { AccountView, EndedSessions, PasswordChange, Rename } from './account.dto';
import { SessionView } from './session.dto';

@ApiTags('Account')
@Controller('account')
export class AccountController {
  constructor(private readonly account: AccountService) {}

  @Get() @Can('session.own')
  @ApiOperation({ summary: 'One\'s own account: how one signs in, and where one is signed in' }) @ApiOkResponse({ type: AccountView })
  readAccount(@FromCaller() caller: SignedInCaller) {
    return this.account.read(caller);
  }

  @Put('name') @Can('session.own') @OwnTransactions()
  @ApiOperation({ summary: 'Change one\'s own name' }) @ApiOkResponse({ type: SessionView })
  rename(@FromCaller() caller: SignedInCaller, @Body() { name }: Rename, @Req() request: CallerRequest) {
    return this.account.rename(caller, name, request);
  }

  @Put('password') @Can('session.own') @Limited('sign-in') @OwnTransactions()
  @ApiOperation({ summary: 'Change one\'s own password', description: 'Ends every other session, and gives this one a new token.' }) @ApiOkResponse({ type: SessionView })
  changePassword(@FromCaller() caller: SignedInCaller, @Body() change: PasswordChange, @Res({ passthrough: true }) response: Response) {
    return this.account.changePassword(caller, change, response);
  }

  @Delete('sessions') @Can('session.own') @HttpCode(200)
  @ApiOperation({ summary: 'Sign out everywhere else' }) @ApiOkResponse({ type: EndedSessions })
  endOtherSessions() {
    return this.account.endOthers();
  }

  @Delete('sessions/:id') @Can('session.own') @HttpCode(204)
  @ApiOperation({ summary: 'Sign out somewhere else' }) @ApiNoContentResponse({ description: 'Signed out there' })
  endSession(@Id() id: string) {
    return this.account.end(id);
  }
}
