import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Can, Id } from '@attest/shared/api';
import { NewRecalculation, RecalculationPreview, RecalculationView, UndoRecalculation } from './recalculation.dto';
import { RecalculationService } from './recalculation.service';

@ApiTags('Rounds')
@Controller('rounds/:id/recalculations')
export class RecalculationController {
  constructor(private readonly recalculation: RecalculationService) {}

  @Get() @Can('rating.recalculate')
  @ApiOperation({ summary: 'When ratings of the round were worked out again, newest first' }) @ApiOkResponse({ type: [RecalculationView] })
  listRecalculations(@Id() id: string) {
    return this.recalculation.list(id);
  }

  @Get('preview') @Can('rating.recalculate')
  @ApiOperation({ summary: 'What working the ratings out again would change', description: 'Each return by the rule its result is stored under. Changes nothing.' })
  @ApiOkResponse({ type: RecalculationPreview })
  previewRecalculation(@Id() id: string) {
    return this.recalculation.preview(id);
  }

  @Post() @Can('rating.recalculate')
  @ApiOperation({ summary: 'Work the ratings out again as previewed, with a reason', description: 'What each rating was is kept. Answers 409 when something else would change than was previewed.' })
  @ApiCreatedResponse({ type: RecalculationView })
  recalculate(@Id() id: string, @Body() recalculation: NewRecalculation) {
    return this.recalculation.apply(id, recalculation);
  }

  @Post(':recalculationId/undo') @Can('rating.recalculate') @HttpCode(200)
  @ApiOperation({ summary: 'Put back what ratings were before, as a recalculation of its own' }) @ApiOkResponse({ type: RecalculationView })
  undoRecalculation(@Id() id: string, @Id('recalculationId') recalculationId: string, @Body() undo: UndoRecalculation) {
    return this.recalculation.undo(id, recalculationId, undo);
  }
}
