import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Can, Id, Limited, Untold } from '@attest/shared/api';
import { AssigningService } from './assigning.service';
import { CommentingService } from './commenting.service';
import { PresenceService } from './presence.service';
import { Flagged, Here, HereView, NewAssignment, NewComment, ResolvedComment, SharingView, WaitingView } from './sharing.dto';
import { SharingService } from './sharing.service';
import { WaitingService } from './waiting.service';

@ApiTags('Working together')
@Controller()
export class SharingController {
  constructor(
    private readonly sharing: SharingService,
    private readonly assigning: AssigningService,
    private readonly commenting: CommentingService,
    private readonly waiting: WaitingService,
    private readonly presence: PresenceService,
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

  @Post('submissions/:id/comments') @Can('submission.read') @Limited('assign') @HttpCode(200)
  @ApiOperation({ summary: 'Comment on a question, or ask for changes; colleagues named behind an @ are told by e-mail' }) @ApiOkResponse({ type: SharingView })
  comment(@Id() id: string, @Body() comment: NewComment) {
    return this.commenting.say(id, comment);
  }

  @Put('comments/:id') @Can('submission.read')
  @ApiOperation({ summary: 'Resolve a comment, or open it again' }) @ApiOkResponse({ type: SharingView })
  resolveComment(@Id() id: string, @Body() { resolved }: ResolvedComment) {
    return this.commenting.resolve(id, resolved);
  }

  @Put('submissions/:id/flags/:questionId') @Can('submission.answer')
  @ApiOperation({ summary: 'Mark a question to come back to, or not any more' }) @ApiOkResponse({ type: SharingView })
  flagQuestion(@Id() id: string, @Id('questionId') questionId: string, @Body() { flagged }: Flagged) {
    return this.commenting.flag(id, questionId, flagged);
  }

  @Put('submissions/:id/presence') @Can('submission.read') @Untold()
  @ApiOperation({ summary: 'Say that one has the return open, and learn who else does', description: 'Every 15 seconds, for as long as somebody works on it. It locks nothing and is not in the trail.' }) @ApiOkResponse({ type: [HereView] })
  sayHere(@Id() id: string, @Body() { questionId }: Here) {
    return this.presence.here(id, questionId);
  }
}
