import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Can, Id } from '@attest/shared/api';
import { SideBySideFilters, SideBySideView } from './side-by-side.dto';
import { SideBySideService } from './side-by-side.service';

@ApiTags('Insight')
@Controller('rounds/:id/side-by-side')
export class SideBySideController {
  constructor(private readonly service: SideBySideService) {}

  @Get() @Can('insight.read')
  @ApiOperation({ summary: 'Up to four beside one another: organisations, their peers, areas, everybody; this round and the one before' }) @ApiOkResponse({ type: SideBySideView })
  readSideBySide(@Id() id: string, @Query() filters: SideBySideFilters) {
    return this.service.sideBySide(id, filters);
  }
}
