import { Body, Controller, Delete, HttpCode, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Can, Id } from '@attest/shared/api';
import { KeepDraft, KeptDraftView } from './kept-drafts.dto';
import { KeptDraftsService } from './kept-drafts.service';

@ApiTags('Returns')
@Controller()
export class KeptDraftsController {
  constructor(private readonly drafts: KeptDraftsService) {}

  @Post('submissions/:id/kept-drafts') @Can('submission.read') @HttpCode(200)
  @ApiOperation({ summary: 'Keep for myself what could not be saved', description: 'Sending the same operation again keeps it once. Answers all that is kept of this return.' }) @ApiOkResponse({ type: [KeptDraftView] })
  keepDraft(@Id() id: string, @Body() draft: KeepDraft) {
    return this.drafts.keep(id, draft);
  }

  @Delete('kept-drafts/:id') @Can('submission.read') @HttpCode(204)
  @ApiOperation({ summary: 'Let go of it' }) @ApiNoContentResponse({ description: 'Gone' })
  dropDraft(@Id() id: string) {
    return this.drafts.drop(id);
  }
}
