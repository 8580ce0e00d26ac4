import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Can, Id } from '@attest/shared/api';
import { MinimumView, NewRelease, PublishedQuery, PublishedRelease, PublishedRound, PublishedView, ReleasePreview } from './release.dto';
import { ReleaseService } from './release.service';

@ApiTags('Published figures')
@Controller()
export class ReleaseController {
  constructor(private readonly releases: ReleaseService) {}

  @Get('published') @Can('release.read')
  @ApiOperation({ summary: 'Rounds whose figures have been published to me, newest first' }) @ApiOkResponse({ type: [PublishedRound] })
  listPublished() {
    return this.releases.rounds();
  }

  @Get('rounds/:id/published') @Can('release.read')
  @ApiOperation({ summary: 'How everybody did: figures in which nobody can be found', description: 'As they were published, for whoever took part in the round. By peer group or by area, never by both at once.' })
  @ApiOkResponse({ type: PublishedView })
  readPublished(@Id() id: string, @Query() query: PublishedQuery) {
    return this.releases.published(id, query);
  }

  @Get('rounds/:id/releases') @Can('round.manage')
  @ApiOperation({ summary: 'What has been published of a round, and what publishing now would show', description: 'Changes nothing.' }) @ApiOkResponse({ type: ReleasePreview })
  previewRelease(@Id() id: string, @Query() query: PublishedQuery) {
    return this.releases.preview(id, query);
  }

  @Post('rounds/:id/releases') @Can('round.manage')
  @ApiOperation({ summary: 'Publish the figures of a closed round, as previewed', description: 'What is published stays as it is. Publishing again is refused where so few have changed that the two would tell of them.' })
  @ApiCreatedResponse({ type: PublishedRelease })
  publishFigures(@Id() id: string, @Body() release: NewRelease) {
    return this.releases.publish(id, release);
  }

  @Get('minimum-group') @Can('round.read')
  @ApiOperation({ summary: 'How many organisations a group has at least to be published about' }) @ApiOkResponse({ type: MinimumView })
  readMinimum() {
    return this.releases.minimum();
  }

  @Put('minimum-group') @Can('round.manage')
  @ApiOperation({ summary: 'Say how many organisations a group has at least' }) @ApiOkResponse({ type: MinimumView })
  setMinimum(@Body() minimum: MinimumView) {
    return this.releases.setMinimum(minimum);
  }
}
