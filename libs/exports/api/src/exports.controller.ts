import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { InsightFilters } from '@attest/insight/api';
import { Can, FromCaller, Id, Limited, OwnTransactions, Traced, type SignedInCaller } from '@attest/shared/api';
import { ExportsService } from './exports.service';

const file = { schema: { type: 'string', format: 'binary' } } as const;

@ApiTags('Exports')
@Controller('rounds/:id')
export class ExportsController {
  constructor(private readonly exports: ExportsService) {}

  @Get('export.xlsx') @Can('export.create') @Limited('export') @Traced() @OwnTransactions() @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'The round as a workbook: cover, response rates, standards, organisations, answers' })
  @ApiProduces('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet') @ApiOkResponse(file)
  exportWorkbook(@FromCaller() caller: SignedInCaller, @Id() id: string, @Query() filters: InsightFilters) {
    return this.exports.workbook(caller, id, filters);
  }

  @Get('export.csv') @Can('export.create') @Limited('export') @Traced() @OwnTransactions() @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'The round as tidy data: one row for each organisation and question' })
  @ApiProduces('text/csv') @ApiOkResponse(file)
  exportTidy(@FromCaller() caller: SignedInCaller, @Id() id: string, @Query() filters: InsightFilters) {
    return this.exports.tidy(caller, id, filters);
  }
}
