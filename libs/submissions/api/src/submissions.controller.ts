import { Body, Controller, Get, Headers, HttpCode, Post, Put } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Can, Fresh, Id, Traced } from '@attest/shared/api';
import { AnsweringService } from './answering.service';
import { StartingPointService } from './memory/starting-point.service';
import { ReceiptView } from './receipt.dto';
import { SaveAnswer, SavedAnswer, StartingPoint, Submit, SubmissionSummary, SubmissionView } from './submissions.dto';
import { SigningService } from './signing/signing.service';
import { SubmissionsService } from './submissions.service';
import { SubmittingService } from './submitting.service';

@ApiTags('Returns')
@Controller('submissions')
export class SubmissionsController {
  constructor(
    private readonly submissions: SubmissionsService,
    private readonly answering: AnsweringService,
    private readonly signing: SigningService,
    private readonly startingPoints: StartingPointService,
    private readonly submitting: SubmittingService,
  ) {}

  @Get() @Can('submission.read')
  @ApiOperation({ summary: 'The returns of my organisations, the ones that wait first' }) @ApiOkResponse({ type: [SubmissionSummary] })
  listSubmissions() {
    return this.submissions.mine();
  }

  @Get(':id') @Can('submission.read') @Traced('of-others')
  @ApiOperation({ summary: 'One return: the questions asked of this organisation, its answers, and last year’s' }) @ApiOkResponse({ type: SubmissionView })
  readSubmission(@Id() id: string) {
    return this.submissions.read(id);
  }

  @Put(':id/answers/:questionId') @Can('submission.answer')
  @ApiOperation({ summary: 'Save one answer', description: 'Sending the same operation again answers the same and changes nothing. When somebody else was quicker, 409 carries both versions and neither is lost.' })
  @ApiHeader({ name: 'If-Match', required: true, description: 'The version being changed; 0 when there is none yet.', example: '0' })
  @ApiOkResponse({ type: SavedAnswer })
  saveAnswer(@Id() id: string, @Id('questionId') questionId: string, @Headers('if-match') version: string | undefined, @Body() answer: SaveAnswer) {
    return this.answering.save(id, questionId, version, answer);
  }

  @Post(':id/answers/:questionId/starting-point') @Can('submission.answer') @HttpCode(200)
  @ApiOperation({ summary: 'Take the words of the round before as a starting point, to be checked', description: 'Only where nothing has been said yet, and never a rating.' }) @ApiOkResponse({ type: SavedAnswer })
  startFrom(@Id() id: string, @Id('questionId') questionId: string, @Body() point: StartingPoint) {
    return this.startingPoints.start(id, questionId, point);
  }

  @Post(':id/submit') @Can('submission.submit') @Fresh() @HttpCode(200)
  @ApiOperation({ summary: 'Submit the return with its declaration', description: 'Where the questionnaire asks for several signatures, each is given by itself.' }) @ApiOkResponse({ type: ReceiptView })
  async submit(@Id() id: string, @Body() declaration: Submit) {
    await this.signing.submit(id, declaration);
    return this.submitting.receipt(id);
  }

  @Get(':id/receipt') @Can('submission.read') @Traced('of-others')
  @ApiOperation({ summary: 'The receipt: result, movement since last year, and the band of the peers' }) @ApiOkResponse({ type: ReceiptView })
  readReceipt(@Id() id: string) {
    return this.submitting.receipt(id);
  }
}
