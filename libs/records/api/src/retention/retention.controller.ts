import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { retentionKinds } from '@attest/domain/records';
import { Can, Fresh, Id } from '@attest/shared/api';
import { DisposalsService } from './disposals.service';
import { HoldsService } from './holds.service';
import { DisposalPreview, DisposalView, HoldView, NewDisposal, NewHold, PeriodChange, PeriodView } from './retention.dto';
import { RetentionService } from './retention.service';

@ApiTags('Records')
@Controller('records')
export class RetentionController {
  constructor(
    private readonly retention: RetentionService,
    private readonly holds: HoldsService,
    private readonly disposals: DisposalsService,
  ) {}

  @Get('periods') @Can('records.manage')
  @ApiOperation({ summary: 'How long each kind of record is kept' }) @ApiOkResponse({ type: [PeriodView] })
  listPeriods() {
    return this.retention.list();
  }

  @Put('periods/:kind') @Can('records.manage')
  @ApiOperation({ summary: 'Choose how long one kind is kept, within its bounds' }) @ApiParam({ name: 'kind', enum: retentionKinds }) @ApiOkResponse({ type: [PeriodView] })
  changePeriod(@Param('kind') kind: string, @Body() { months }: PeriodChange) {
    return this.retention.change(kind, months);
  }

  @Get('holds') @Can('records.manage')
  @ApiOperation({ summary: 'What must not be disposed of, newest first' }) @ApiOkResponse({ type: [HoldView] })
  listHolds() {
    return this.holds.list();
  }

  @Post('holds') @Can('records.manage')
  @ApiOperation({ summary: 'Hold an organisation, a round, one return (both) or everything (neither)' }) @ApiCreatedResponse({ type: HoldView })
  placeHold(@Body() hold: NewHold) {
    return this.holds.place(hold);
  }

  @Post('holds/:id/lift') @Can('records.manage') @HttpCode(200)
  @ApiOperation({ summary: 'Lift a hold' }) @ApiOkResponse({ type: HoldView })
  liftHold(@Id() id: string) {
    return this.holds.lift(id);
  }

  @Get('due') @Can('records.manage')
  @ApiOperation({ summary: 'What is due for disposal today: counts by kind, rounds and organisations by name', description: 'Changes nothing.' }) @ApiOkResponse({ type: DisposalPreview })
  previewDisposal() {
    return this.disposals.preview();
  }

  @Get('disposals') @Can('records.manage')
  @ApiOperation({ summary: 'What was disposed of, newest first' }) @ApiOkResponse({ type: [DisposalView] })
  listDisposals() {
    return this.disposals.list();
  }

  @Post('disposals') @Can('records.dispose') @Fresh()
  @ApiOperation({ summary: 'Dispose of what the preview says', description: 'Cannot be undone. Needs the day and the total of the preview, and proof of who asks.' }) @ApiCreatedResponse({ type: DisposalView })
  dispose(@Body() disposal: NewDisposal) {
    return this.disposals.ask(disposal);
  }
}
