import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Can, Id, Traced } from '@attest/shared/api';
import { AnswerEvidence, HeatmapFilters, HeatmapView, InsightFilters, QuestionDetail, ResponseRatesView, RoundOrganisation, StandardDetail, StandardFilters } from './insight.dto';
import { InsightService } from './insight.service';
import { QuestionHeatmapFilters, QuestionHeatmapView } from './heatmap/question-heatmap.dto';
import { QuestionHeatmapService } from './heatmap/question-heatmap.service';
import { QuestionEvidenceService } from './question-evidence.service';

@ApiTags('Insight')
@Controller('rounds/:id')
export class InsightController {
  constructor(
    private readonly insight: InsightService,
    private readonly questions: QuestionHeatmapService,
    private readonly evidence: QuestionEvidenceService,
  ) {}

  @Get('response-rates') @Can('insight.read')
  @ApiOperation({ summary: 'Response rates by area, phase or sector, and type' }) @ApiOkResponse({ type: ResponseRatesView })
  readResponseRates(@Id() id: string, @Query() filters: InsightFilters) {
    return this.insight.responseRates(id, filters);
  }

  @Get('organisations') @Can('insight.read')
  @ApiOperation({ summary: 'Who is counted in a round, by name' }) @ApiOkResponse({ type: [RoundOrganisation] })
  listRoundOrganisations(@Id() id: string) {
    return this.insight.organisations(id);
  }

  @Get('heatmap') @Can('insight.read')
  @ApiOperation({ summary: 'Organisation × standard, weakest first' }) @ApiOkResponse({ type: HeatmapView })
  readHeatmap(@Id() id: string, @Query() filters: HeatmapFilters) {
    return this.insight.heatmap(id, filters);
  }

  @Get('question-heatmap') @Can('insight.words') @Traced()
  @ApiOperation({ summary: 'Organisation × question, weakest first, 50 organisations a page' }) @ApiOkResponse({ type: QuestionHeatmapView })
  readQuestionHeatmap(@Id() id: string, @Query() filters: QuestionHeatmapFilters) {
    return this.questions.heatmap(id, filters);
  }

  @Get('standards/:standard') @Can('insight.words') @Traced()
  @ApiOperation({ summary: 'One standard, question by question' })
  @ApiParam({ name: 'standard', example: 'online-safety' }) @ApiOkResponse({ type: StandardDetail })
  readStandard(@Id() id: string, @Param('standard') standard: string, @Query() filters: StandardFilters) {
    return this.insight.standard(id, standard, filters);
  }

  @Get('questions/:questionId') @Can('insight.words') @Traced()
  @ApiOperation({ summary: 'One question: how everybody rated it, and their words' }) @ApiOkResponse({ type: QuestionDetail })
  readQuestion(@Id() id: string, @Id('questionId') questionId: string, @Query() filters: InsightFilters) {
    return this.insight.question(id, questionId, filters);
  }

  @Get('questions/:questionId/evidence') @Can('insight.words') @Traced()
  @ApiOperation({ summary: 'What was shown for the answers to a question, by return; of no return that is not handed in' }) @ApiOkResponse({ type: [AnswerEvidence] })
  readQuestionEvidence(@Id() id: string, @Id('questionId') questionId: string) {
    return this.evidence.shown(id, questionId);
  }
}
