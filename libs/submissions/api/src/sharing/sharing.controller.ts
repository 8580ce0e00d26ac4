import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Can, Id, Limited } from '@attest/shared/api';
import { AssigningService } from './assigning.service';
import { NewAssignment, SharingView, WaitingView } from './sharing.dto';
import { SharingService } from './sharing.service';
import { WaitingService } from './waiting.service';

@ApiTags('Working together')
@Controller()
export class SharingController {
  constructor(
    private readonly sharing: SharingService,
    private readonly assigning: AssigningService,
    private readonly waiting: WaitingService,
  ) {}

  @Get('waiting') @Can('submission.read')
  @ApiOperation({ summary: 'What was given to the person who is signed in and is not done' }) @ApiOkResponse({ type: [WaitingView] })
  listWaiting() {
    return this.waiting.mine();
  }

  @Get('submissions/:id/sharing') @Can('submission.read')
  @ApiOperation({ summary: 'What colleagues have arranged about a return', description: 'For people of its organisation alone.' }) @ApiOkResponse({ type: SharingView })
  readSharing(@Id() id: string) {
    return this.sharing.read(id);
  }

  @Put('submissions/:id/assignments') @Can('submission.answer') @Limited('assign')
  @ApiOperation({ summary: 'Give a section or a question to a colleague, who is told by e-mail; or take it back' }) @ApiOkResponse({ type: SharingView })
  assign(@Id() id: string, @Body() assignment: NewAssignment) {
    return this.assigning.assign(id, assignment);
  }
}
