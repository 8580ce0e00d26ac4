import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Can, Id } from '@attest/shared/api';
import { TrendFilters, TrendView } from './trend.dto';
import { TrendService } from './trend.service';

@ApiTags('Insight')
@Controller('rounds/:id/trend')
export class TrendController {
  constructor(private readonly trends: TrendService) {}

  @Get() @Can('insight.read')
  @ApiOperation({ summary: 'How standards, or the questions of one, went over the rounds before' }) @ApiOkResponse({ type: TrendView })
  readTrend(@Id() id: string, @Query() filters: TrendFilters) {
    return this.trends.trend(id, filters);
  }
}
