import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Can, Id } from '@attest/shared/api';
import { CarryOversView, CarryOverView, CarryPreview, CarryRequest } from './carry.dto';
import { CarryService } from './carry.service';

@ApiTags('Rounds')
@Controller()
export class CarryController {
  constructor(private readonly carrying: CarryService) {}

  @Get('rounds/:id/carry-overs') @Can('round.manage')
  @ApiOperation({ summary: 'Newer versions that an open round may go over to, and when it did' }) @ApiOkResponse({ type: CarryOversView })
  readCarryOvers(@Id() id: string) {
    return this.carrying.read(id);
  }

  @Get('rounds/:id/carry-overs/:versionId') @Can('round.manage')
  @ApiOperation({ summary: 'What would become of every question and every return' }) @ApiOkResponse({ type: CarryPreview })
  previewCarryOver(@Id() id: string, @Id('versionId') versionId: string) {
    return this.carrying.preview(id, versionId);
  }

  @Post('rounds/:id/carry-overs') @Can('round.manage')
  @ApiOperation({ summary: 'Take the round over: every return that was never handed in, or none' }) @ApiCreatedResponse({ type: CarryOverView })
  carryOver(@Id() id: string, @Body() to: CarryRequest) {
    return this.carrying.apply(id, to);
  }

  @Post('carry-overs/:id/undo') @Can('round.manage') @HttpCode(200)
  @ApiOperation({ summary: 'Everything as it was, while nothing newer has happened to any of the returns' }) @ApiOkResponse({ type: CarryOverView })
  undoCarryOver(@Id() id: string) {
    return this.carrying.undo(id);
  }
}
