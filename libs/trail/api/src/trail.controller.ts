import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Can, FromCaller, OwnTransactions, Traced, type SignedInCaller } from '@attest/shared/api';
import { TrailFilters, TrailPage } from './trail.dto';
import { TrailService } from './trail.service';

@ApiTags('Trail')
@Controller('trail')
export class TrailController {
  constructor(private readonly trail: TrailService) {}

  @Get() @Can('trail.read')
  @ApiOperation({ summary: 'Who did what, newest first', description: 'All of the partnership for its business unit and scrutineer; what concerns their organisation for a lead or an approver.' })
  @ApiOkResponse({ type: TrailPage })
  readTrail(@Query() filters: TrailFilters) {
    return this.trail.page(filters);
  }

  @Get('export.csv') @Can('trail.read') @Traced() @OwnTransactions() @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'The same as a file, with the hash of each event' })
  @ApiProduces('text/csv') @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  exportTrail(@FromCaller() caller: SignedInCaller, @Query() filters: TrailFilters) {
    return this.trail.csv(caller, filters);
  }
}
