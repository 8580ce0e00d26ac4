import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Can, Id } from '@attest/shared/api';
import { AudienceQuery, AudienceView, BoardView, NewRound, RoundView } from './rounds.dto';
import { RoundsService } from './rounds.service';

@ApiTags('Rounds')
@Controller('rounds')
export class RoundsController {
  constructor(private readonly rounds: RoundsService) {}

  @Get() @Can('round.read')
  @ApiOperation({ summary: 'Rounds, newest first' }) @ApiOkResponse({ type: [RoundView] })
  listRounds() {
    return this.rounds.list();
  }

  @Post() @Can('round.manage')
  @ApiOperation({ summary: 'Draft a round from a published template' }) @ApiCreatedResponse({ type: RoundView })
  draftRound(@Body() round: NewRound) {
    return this.rounds.draft(round);
  }

  @Post('audience') @Can('round.manage') @HttpCode(200)
  @ApiOperation({ summary: 'Whom an audience would ask' }) @ApiOkResponse({ type: AudienceView })
  previewAudience(@Body() query: AudienceQuery) {
    return this.rounds.audienceOf(query);
  }

  @Get(':id') @Can('round.read')
  @ApiOperation({ summary: 'One round' }) @ApiOkResponse({ type: RoundView })
  readRound(@Id() id: string) {
    return this.rounds.read(id);
  }

  @Post(':id/open') @Can('round.manage') @HttpCode(200)
  @ApiOperation({ summary: 'Open a round: everybody in its audience gets a return' }) @ApiOkResponse({ type: RoundView })
  openRound(@Id() id: string) {
    return this.rounds.open(id);
  }

  @Post(':id/close') @Can('round.manage') @HttpCode(200)
  @ApiOperation({ summary: 'Close a round: no more answers' }) @ApiOkResponse({ type: RoundView })
  closeRound(@Id() id: string) {
    return this.rounds.close(id);
  }

  @Get(':id/board') @Can('round.manage')
  @ApiOperation({ summary: 'The return board: who has returned, who has not' }) @ApiOkResponse({ type: BoardView })
  readBoard(@Id() id: string) {
    return this.rounds.board(id);
  }
}
