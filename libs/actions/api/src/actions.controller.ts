import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Can, Id } from '@attest/shared/api';
import { ActionDetail, ActionFilter, ActionList, ActionView, ChangedAction, MovedAction, NewAction, PlanView, Verification } from './actions.dto';
import { AgeingFilter, AgeingView } from './ageing.dto';
import { AgeingService } from './ageing.service';
import { ActionsService } from './actions.service';

@ApiTags('Actions')
@Controller()
export class ActionsController {
  constructor(
    private readonly actions: ActionsService,
    private readonly ageing: AgeingService,
  ) {}

  @Get('actions') @Can('action.read')
  @ApiOperation({ summary: 'Actions, the most pressing first' }) @ApiOkResponse({ type: ActionList })
  listActions(@Query() filter: ActionFilter) {
    return this.actions.list(filter);
  }

  @Get('actions/ageing') @Can('insight.words')
  @ApiOperation({ summary: 'How the actions of submitted returns stand, by round, area, group and standard' }) @ApiOkResponse({ type: AgeingView })
  readAgeing(@Query() filter: AgeingFilter) {
    return this.ageing.read(filter);
  }

  @Get('actions/:id') @Can('action.read')
  @ApiOperation({ summary: 'One action and what became of it' }) @ApiOkResponse({ type: ActionDetail })
  readAction(@Id() id: string) {
    return this.actions.read(id);
  }

  @Put('actions/:id') @Can('action.plan')
  @ApiOperation({ summary: 'Change an action, or say what came of it' }) @ApiOkResponse({ type: ActionView })
  changeAction(@Id() id: string, @Body() changed: ChangedAction) {
    return this.actions.change(id, changed);
  }

  @Post('actions/:id/verification') @Can('action.verify') @HttpCode(200)
  @ApiOperation({ summary: 'Verify an action that was claimed as done, or send it back' }) @ApiOkResponse({ type: ActionView })
  verifyAction(@Id() id: string, @Body() verification: Verification) {
    return this.actions.move(id, verification);
  }

  @Post('actions/:id/move') @Can('action.plan') @HttpCode(200)
  @ApiOperation({ summary: 'Claim an action as done, drop it or take it up again' }) @ApiOkResponse({ type: ActionView })
  moveAction(@Id() id: string, @Body() moved: MovedAction) {
    return this.actions.move(id, moved);
  }

  @Get('submissions/:id/plan') @Can('action.read')
  @ApiOperation({ summary: 'The action plan of a return: what is planned, and what nothing is planned for yet' }) @ApiOkResponse({ type: PlanView })
  readPlan(@Id() id: string) {
    return this.actions.plan(id);
  }

  @Post('submissions/:id/actions') @Can('action.plan')
  @ApiOperation({ summary: 'Plan an action' }) @ApiCreatedResponse({ type: ActionView })
  planAction(@Id() id: string, @Body() action: NewAction) {
    return this.actions.add(id, action);
  }
}
