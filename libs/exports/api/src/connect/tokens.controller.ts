import { Body, Controller, Delete, Get, Header, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Can, Fresh, Id } from '@attest/shared/api';
import { MadeToken, NewToken, TokenView } from './tokens.dto';
import { TokensService } from './tokens.service';

@ApiTags('Analysis')
@Controller('account/tokens')
export class TokensController {
  constructor(private readonly tokens: TokensService) {}

  @Get() @Can('export.create')
  @ApiOperation({ summary: 'One’s own access tokens that are good' }) @ApiOkResponse({ type: [TokenView] })
  listTokens() {
    return this.tokens.list();
  }

  @Post() @Can('export.create') @Fresh() @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Make an access token', description: 'By it a program reads figures as you may read them, and does nothing else.' }) @ApiCreatedResponse({ type: MadeToken })
  makeToken(@Body() token: NewToken) {
    return this.tokens.make(token);
  }

  @Delete(':id') @HttpCode(204) @Can('export.create')
  @ApiOperation({ summary: 'Take an access token away' }) @ApiNoContentResponse()
  revokeToken(@Id() id: string) {
    return this.tokens.revoke(id);
  }
}
