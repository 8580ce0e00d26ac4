import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { ByToken, Can, FromCaller, Limited, OwnTransactions, Traced, type SignedInCaller } from '@attest/shared/api';
import { AnalysisMeasures, AnalysisQuery } from './analysis.dto';
import { AnalysisService } from './analysis.service';

const text = { schema: { type: 'string' } } as const;
const DESCRIPTION = 'By an access token: as the password of Basic authentication (any user name), or as a Bearer token. No cookie is looked at. Columns are added at the end and never renamed.';

@ApiTags('Analysis')
@Controller('analysis')
export class AnalysisController {
  constructor(private readonly analysis: AnalysisService) {}

  @Get('rounds.csv') @ByToken() @Can('export.create') @Limited('analysis') @Traced() @OwnTransactions() @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Rounds that have been opened', description: DESCRIPTION }) @ApiProduces('text/csv') @ApiOkResponse(text)
  readAnalysisRounds(@FromCaller() caller: SignedInCaller) {
    return this.analysis.rounds(caller);
  }

  @Get('answers.csv') @ByToken() @Can('export.create') @Limited('analysis') @Traced() @OwnTransactions() @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'One row for each organisation and question', description: DESCRIPTION }) @ApiProduces('text/csv') @ApiOkResponse(text)
  readAnalysisAnswers(@FromCaller() caller: SignedInCaller, @Query() { roundId }: AnalysisQuery) {
    return this.analysis.answers(caller, roundId);
  }

  @Get('ratings.csv') @ByToken() @Can('export.create') @Limited('analysis') @Traced() @OwnTransactions() @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'One row for each organisation and standard', description: DESCRIPTION }) @ApiProduces('text/csv') @ApiOkResponse(text)
  readAnalysisRatings(@FromCaller() caller: SignedInCaller, @Query() { roundId }: AnalysisQuery) {
    return this.analysis.ratings(caller, roundId);
  }

  @Get('measures.csv') @ByToken() @Can('export.create') @Limited('analysis') @Traced() @OwnTransactions() @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'One row for each figure, with the counts it was made of', description: DESCRIPTION }) @ApiProduces('text/csv') @ApiOkResponse(text)
  readAnalysisMeasures(@FromCaller() caller: SignedInCaller, @Query() { roundId }: AnalysisQuery) {
    return this.analysis.measures(caller, roundId);
  }

  @Get('measures.json') @ByToken() @Can('export.create') @Limited('analysis') @Traced() @OwnTransactions() @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'The same figures as JSON', description: DESCRIPTION }) @ApiOkResponse({ type: AnalysisMeasures })
  readAnalysisMeasuresAsJson(@FromCaller() caller: SignedInCaller, @Query() { roundId }: AnalysisQuery) {
    return this.analysis.measuresAsJson(caller, roundId);
  }
}
