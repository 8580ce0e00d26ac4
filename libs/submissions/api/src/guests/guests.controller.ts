import { Body, Controller, Get, Headers, HttpCode, Post, Put } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Can, Id, Limited, Traced } from '@attest/shared/api';
import { SaveAnswer, SavedAnswer } from '../submissions.dto';
import { GuestAnsweringService } from './guest-answering.service';
import { GuestLinksService } from './guest-links.service';
import { GivenGuestLink, GuestLinksView, GuestView, NewGuestLink } from './guests.dto';

const LinkHeader = () => ApiHeader({ name: 'X-Guest-Link', required: true, description: 'What stands behind the # of the link.', example: 'Zm9yIHRoZSBleGFtcGxlIG9ubHk' });

@ApiTags('Guests')
@Controller()
export class GuestsController {
  constructor(
    private readonly links: GuestLinksService,
    private readonly answering: GuestAnsweringService,
  ) {}

  @Get('submissions/:id/guest-links') @Can('submission.read')
  @ApiOperation({ summary: 'Who without an account was asked to answer what', description: 'For people of its organisation alone.' }) @ApiOkResponse({ type: GuestLinksView })
  listGuestLinks(@Id() id: string) {
    return this.links.list(id);
  }

  @Post('submissions/:id/guest-links') @Can('submission.answer') @Limited('assign') @HttpCode(200)
  @ApiOperation({ summary: 'Give questions to somebody without an account, who is told by e-mail' }) @ApiOkResponse({ type: GivenGuestLink })
  giveGuestLink(@Id() id: string, @Body() link: NewGuestLink) {
    return this.links.give(id, link);
  }

  @Post('guest-links/:id/revoke') @Can('submission.answer') @HttpCode(200)
  @ApiOperation({ summary: 'Take a guest link back: it opens nothing from then on' }) @ApiOkResponse({ type: GuestLinksView })
  revokeGuestLink(@Id() id: string) {
    return this.links.revoke(id);
  }

  @Post('guest-links/:id/forget') @Can('submission.answer') @HttpCode(200)
  @ApiOperation({ summary: 'Forget a guest who asks for it', description: 'A label stands in place of the name, the address is deleted, and the link ends. What they answered stays.' }) @ApiOkResponse({ type: GuestLinksView })
  forgetGuest(@Id() id: string) {
    return this.links.forget(id);
  }

  @Get('guest/questions') @Can('guest.answer') @Traced() @LinkHeader()
  @ApiOperation({ summary: 'What a guest was given to answer' }) @ApiOkResponse({ type: GuestView })
  readGuestQuestions() {
    return this.answering.read();
  }

  @Put('guest/answers/:questionId') @Can('guest.answer') @LinkHeader()
  @ApiOperation({ summary: 'Save one answer as a guest', description: 'As for colleagues. It counts once somebody of the organisation has checked it.' })
  @ApiHeader({ name: 'If-Match', required: true, description: 'The version being changed; 0 when there is none yet.', example: '0' }) @ApiOkResponse({ type: SavedAnswer })
  saveGuestAnswer(@Id('questionId') questionId: string, @Headers('if-match') version: string | undefined, @Body() answer: SaveAnswer) {
    return this.answering.save(questionId, version, answer);
  }
}
