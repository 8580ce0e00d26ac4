import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Limited, Public } from '@attest/shared/api';
import { AskedReset, NewPassword, ResetLink, ResetView } from './password-resets.dto';
import { PasswordResetsService } from './password-resets.service';

@ApiTags('Session')
@Controller('password-resets')
export class PasswordResetsController {
  constructor(private readonly resets: PasswordResetsService) {}

  @Post() @Public() @Limited('reset') @HttpCode(204)
  @ApiOperation({ summary: 'Ask for a link to choose a new password', description: 'Answers the same whether or not somebody has that address.' })
  @ApiNoContentResponse({ description: 'If the address is known, a message is on its way' })
  askReset(@Body() { email }: AskedReset) {
    this.resets.ask(email);
  }

  @Post('look') @Public() @Limited('link') @HttpCode(200)
  @ApiOperation({ summary: 'Whose password a link is for', description: 'Looking does not use it up.' }) @ApiOkResponse({ type: ResetView })
  lookAtReset(@Body() { token }: ResetLink) {
    return this.resets.look(token);
  }

  @Post('redeem') @Public() @Limited('link') @HttpCode(204)
  @ApiOperation({ summary: 'Choose a new password', description: 'Once. Ends every session; the second factor stays as it is.' })
  @ApiNoContentResponse({ description: 'The password is changed' })
  redeemReset(@Body() chosen: NewPassword) {
    return this.resets.redeem(chosen);
  }
}
