import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Can, Id } from '@attest/shared/api';
import { InsightFilters } from '../insight.dto';
import { PositionsView } from './positions.dto';
import { PositionsService } from './positions.service';

@ApiTags('Insight')
@Controller('rounds/:id/positions')
export class PositionsController {
  constructor(private readonly service: PositionsService) {}

  @Get() @Can('insight.read')
  @ApiOperation({ summary: 'Where every organisation stands in every standard, by itself and as the panel saw it' }) @ApiOkResponse({ type: PositionsView })
  readPositions(@Id() id: string, @Query() filters: InsightFilters) {
    return this.service.positions(id, filters);
  }
}
