import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Can, Id } from '@attest/shared/api';
import { DraftingService } from './drafting.service';
import { AtRevision, DraftLineage, DraftStep, DraftView, EditionView, FromLibrary, FromNothing, FromVersion, NewEdits } from './drafts.dto';
import { DraftsService } from './drafts.service';

@ApiTags('Templates')
@Controller('templates/drafts')
export class DraftsController {
  constructor(
    private readonly drafts: DraftsService,
    private readonly drafting: DraftingService,
  ) {}

  @Post('from-library') @Can('template.write')
  @ApiOperation({ summary: 'Start a draft from the library: the next edition where one was published' }) @ApiCreatedResponse({ type: DraftView })
  startFromLibrary(@Body() from: FromLibrary) {
    return this.drafts.fromLibrary(from);
  }

  @Post('from-version') @Can('template.write')
  @ApiOperation({ summary: 'Start the next edition of a published version' }) @ApiCreatedResponse({ type: DraftView })
  startFromVersion(@Body() from: FromVersion) {
    return this.drafts.fromVersion(from);
  }

  @Post('blank') @Can('template.write')
  @ApiOperation({ summary: 'Start a draft with nothing in it' }) @ApiCreatedResponse({ type: DraftView })
  startBlank(@Body() from: FromNothing) {
    return this.drafts.fromNothing(from);
  }

  @Get(':id') @Can('template.write')
  @ApiOperation({ summary: 'A draft, what keeps it from being published and what would make it better' }) @ApiOkResponse({ type: DraftView })
  readDraft(@Id() id: string) {
    return this.drafts.read(id);
  }

  @Get(':id/lineage') @Can('template.write')
  @ApiOperation({ summary: 'Where each question of a draft comes from, as said and as proposed' }) @ApiOkResponse({ type: DraftLineage })
  readDraftLineage(@Id() id: string) {
    return this.drafts.lineage(id);
  }

  @Post(':id/edits') @Can('template.write') @HttpCode(200)
  @ApiOperation({ summary: 'Change a draft: all of these edits or none' }) @ApiOkResponse({ type: DraftStep })
  editDraft(@Id() id: string, @Body() edits: NewEdits) {
    return this.drafting.edit(id, edits);
  }

  @Post(':id/undo') @Can('template.write') @HttpCode(200)
  @ApiOperation({ summary: 'Take back one’s own last change of a draft' }) @ApiOkResponse({ type: DraftStep })
  undoDraft(@Id() id: string, @Body() at: AtRevision) {
    return this.drafting.undo(id, at);
  }

  @Post(':id/redo') @Can('template.write') @HttpCode(200)
  @ApiOperation({ summary: 'Make again what was taken back last' }) @ApiOkResponse({ type: DraftStep })
  redoDraft(@Id() id: string, @Body() at: AtRevision) {
    return this.drafting.redo(id, at);
  }

  @Delete(':id') @Can('template.write') @HttpCode(204)
  @ApiOperation({ summary: 'Discard a draft; it can be restored' }) @ApiNoContentResponse()
  discardDraft(@Id() id: string) {
    return this.drafts.discard(id);
  }

  @Post(':id/restore') @Can('template.write') @HttpCode(200)
  @ApiOperation({ summary: 'Restore a discarded draft' }) @ApiOkResponse({ type: DraftView })
  restoreDraft(@Id() id: string) {
    return this.drafts.restore(id);
  }

  @Post(':id/publish') @Can('template.write') @HttpCode(200)
  @ApiOperation({ summary: 'Publish a draft: from then on it never changes' }) @ApiOkResponse({ type: EditionView })
  publishDraft(@Id() id: string, @Body() at: AtRevision) {
    return this.drafts.publish(id, at);
  }
}
