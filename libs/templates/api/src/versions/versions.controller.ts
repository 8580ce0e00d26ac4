import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Can, Id } from '@attest/shared/api';
import { ChangesView, LibraryEntry, VersionLineage, VersionSummary, VersionView } from './versions.dto';
import { VersionsService } from './versions.service';

@ApiTags('Templates')
@Controller('templates')
export class VersionsController {
  constructor(private readonly versions: VersionsService) {}

  @Get('library') @Can('template.write')
  @ApiOperation({ summary: 'Questionnaires that come with the program, to start from' }) @ApiOkResponse({ type: [LibraryEntry] })
  listLibrary() {
    return this.versions.library();
  }

  @Get('versions') @Can('template.write')
  @ApiOperation({ summary: 'Every edition, drafts and retired ones too, and which rounds ask it' }) @ApiOkResponse({ type: [VersionSummary] })
  listVersions() {
    return this.versions.list();
  }

  @Get('versions/:id') @Can('template.read')
  @ApiOperation({ summary: 'A published version, whole' }) @ApiOkResponse({ type: VersionView })
  readVersion(@Id() id: string) {
    return this.versions.read(id);
  }

  @Get('versions/:id/changes') @Can('template.read')
  @ApiOperation({ summary: 'What changed this year, for those who answered last year' }) @ApiOkResponse({ type: ChangesView })
  readChanges(@Id() id: string) {
    return this.versions.changes(id);
  }

  @Get('versions/:id/lineage') @Can('template.read')
  @ApiOperation({ summary: 'The years before, and what each question was in them' }) @ApiOkResponse({ type: VersionLineage })
  readVersionLineage(@Id() id: string) {
    return this.versions.lineage(id);
  }

  @Post('versions/:id/retire') @Can('template.write') @HttpCode(200)
  @ApiOperation({ summary: 'Take a version out of use: no new round asks it' }) @ApiOkResponse({ type: VersionSummary })
  retireVersion(@Id() id: string) {
    return this.versions.retire(id);
  }

  @Post('versions/:id/reinstate') @Can('template.write') @HttpCode(200)
  @ApiOperation({ summary: 'Bring a retired version back into use' }) @ApiOkResponse({ type: VersionSummary })
  reinstateVersion(@Id() id: string) {
    return this.versions.reinstate(id);
  }
}
