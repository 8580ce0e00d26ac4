import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Can } from '@attest/shared/api';
import { CitationEdition, CitationEditionView } from './citations.dto';
import { CitationsService } from './citations.service';

@ApiTags('Templates')
@Controller('templates/citation-editions')
export class CitationsController {
  constructor(private readonly citations: CitationsService) {}

  @Get() @Can('template.write')
  @ApiOperation({ summary: 'Which edition of each cited source is in force' }) @ApiOkResponse({ type: [CitationEditionView] })
  listCitationEditions() {
    return this.citations.list();
  }

  @Put() @Can('template.write')
  @ApiOperation({ summary: 'Say which edition of a source is in force' }) @ApiOkResponse({ type: [CitationEditionView] })
  sayCitationEdition(@Body() edition: CitationEdition) {
    return this.citations.say(edition);
  }
}
