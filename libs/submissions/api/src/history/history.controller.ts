import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Can, Id } from '@attest/shared/api';
import { AnswerHistory, HistoryQuery } from './history.dto';
import { HistoryService } from './history.service';

@ApiTags('Working together')
@Controller('submissions')
export class HistoryController {
  constructor(private readonly history: HistoryService) {}

  @Get(':id/answers/:questionId/history') @Can('submission.read')
  @ApiOperation({ summary: 'Who wrote what to a question and when', description: 'For people of its organisation alone. What lost to somebody who was quicker is there too.' }) @ApiOkResponse({ type: AnswerHistory })
  readHistory(@Id() id: string, @Id('questionId') questionId: string, @Query() query: HistoryQuery) {
    return this.history.of(id, questionId, query);
  }
}
