import { Body, Controller, Delete, Get, Header, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Can, Fresh, FromCaller, Id, OwnTransactions, Public, Traced, type SignedInCaller } from '@attest/shared/api';
import { IdentitiesService } from './identities.service';
import { ProviderSignInService } from './provider-sign-in.service';
import { InvitationToAccept, ProviderAddress, ProviderToLink, Towards } from './providers.dto';

@ApiTags('Session')
@ApiParam({ name: 'provider', example: 'council' })
@Controller('sign-in/:provider')
export class ProviderSignInController {
  constructor(private readonly signIn: ProviderSignInService) {}

  @Get() @Public() @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Sign in by a provider', description: 'For the browser itself, which is sent to the provider.' }) @ApiResponse({ status: 303, description: 'To the provider, or to a page that says why not' })
  async beginAtProvider(@Param('provider') provider: string, @Query() towards: Towards, @Res() response: Response) {
    response.redirect(303, await this.signIn.begin(provider, towards, response));
  }

  @Get('callback') @Public() @Traced() @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Where the provider sends the browser back to' }) @ApiResponse({ status: 303, description: 'To a page of ours' })
  async returnFromProvider(@Param('provider') provider: string, @Req() request: Request, @Res() response: Response) {
    response.redirect(303, await this.signIn.finish(provider, request, response));
  }

  @Post('invitation') @Public() @HttpCode(200)
  @ApiOperation({ summary: 'Begin to accept an invitation by a provider' }) @ApiOkResponse({ type: ProviderAddress })
  acceptByProvider(@Param('provider') provider: string, @Body() { token }: InvitationToAccept, @Res({ passthrough: true }) response: Response) {
    return this.signIn.beginFromPage(provider, { to: 'accept', token }, response);
  }
}

@ApiTags('Account')
@Controller('account/identities')
export class IdentitiesController {
  constructor(
    private readonly identities: IdentitiesService,
    private readonly signIn: ProviderSignInService,
  ) {}

  @Post() @Can('session.own') @Fresh() @OwnTransactions() @HttpCode(200)
  @ApiOperation({ summary: 'Begin to link one\'s account at a provider' }) @ApiOkResponse({ type: ProviderAddress })
  linkProvider(@FromCaller() { sessionId }: SignedInCaller, @Body() { provider }: ProviderToLink, @Res({ passthrough: true }) response: Response) {
    return this.signIn.beginFromPage(provider, { to: 'link', sessionId }, response);
  }

  @Delete(':id') @Can('session.own') @Fresh() @HttpCode(204)
  @ApiOperation({ summary: 'Unlink one\'s account at a provider', description: 'Never the only way to sign in.' }) @ApiNoContentResponse({ description: 'Unlinked' })
  unlinkIdentity(@Id() id: string) {
    return this.identities.unlink(id);
  }
}
