import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Can, Id } from '@attest/shared/api';
import { SubmissionView } from '../submissions.dto';
import { SubmissionsService } from '../submissions.service';
import { AskReopening, DeclineReopening, GrantReopening, Reopen, ReopeningView } from './reopening.dto';
import { ReopeningService } from './reopening.service';

@ApiTags('Reopening')
@Controller()
export class ReopeningController {
  constructor(
    private readonly reopening: ReopeningService,
    private readonly submissions: SubmissionsService,
  ) {}

  @Get('reopenings') @Can('submission.reopen')
  @ApiOperation({ summary: 'What waits for the business unit, and what is open again' }) @ApiOkResponse({ type: [ReopeningView] })
  listReopenings() {
    return this.reopening.live();
  }

  @Post('reopenings/:id/grant') @Can('submission.reopen') @HttpCode(200)
  @ApiOperation({ summary: 'Open a return again as it was asked for' }) @ApiOkResponse({ type: [ReopeningView] })
  grantReopening(@Id() id: string, @Body() granted: GrantReopening) {
    return this.reopening.grant(id, granted);
  }

  @Post('reopenings/:id/decline') @Can('submission.reopen') @HttpCode(200)
  @ApiOperation({ summary: 'Leave a return as it was submitted, and say why' }) @ApiOkResponse({ type: [ReopeningView] })
  declineReopening(@Id() id: string, @Body() declined: DeclineReopening) {
    return this.reopening.decline(id, declined);
  }

  @Get('submissions/:id/reopenings') @Can('submission.read')
  @ApiOperation({ summary: 'When and why this return was opened again or was asked to be' }) @ApiOkResponse({ type: [ReopeningView] })
  listReopeningsOf(@Id() id: string) {
    return this.reopening.ofReturn(id);
  }

  @Post('submissions/:id/reopen') @Can('submission.reopen') @HttpCode(200)
  @ApiOperation({ summary: 'Open a submitted return again, whole or for some answers alone', description: 'Its signatures no longer stand; what was submitted stays beside it. Those who sign are told.' }) @ApiOkResponse({ type: [ReopeningView] })
  reopen(@Id() id: string, @Body() opening: Reopen) {
    return this.reopening.reopen(id, opening);
  }

  @Post('submissions/:id/reopening-requests') @Can('submission.submit') @HttpCode(200)
  @ApiOperation({ summary: 'Ask the business unit to open one’s return again' }) @ApiOkResponse({ type: [ReopeningView] })
  askReopening(@Id() id: string, @Body() asked: AskReopening) {
    return this.reopening.ask(id, asked);
  }

  @Post('submissions/:id/accept') @Can('submission.accept') @HttpCode(200)
  @ApiOperation({ summary: 'Accept a submitted return as it is' }) @ApiOkResponse({ type: SubmissionView })
  async accept(@Id() id: string) {
    await this.reopening.accept(id);
    return this.submissions.read(id);
  }
}
