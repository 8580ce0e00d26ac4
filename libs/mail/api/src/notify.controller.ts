import { Body, Controller, Headers, HttpCode, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public } from '@attest/shared/api';
import { DeliveryReceipt } from './mail.dto';
import { NotifyService } from './notify.service';

@ApiTags('Mail')
@Controller('mail')
export class NotifyController {
  constructor(private readonly notify: NotifyService) {}

  @Post('notify-callback') @Public() @HttpCode(204)
  @ApiOperation({ summary: 'What GOV.UK Notify says became of a message', description: 'For Notify itself, with the bearer token that NOTIFY_CALLBACK_TOKEN says.' })
  @ApiNoContentResponse({ description: 'Noted' })
  takeReceipt(@Body() receipt: DeliveryReceipt, @Headers('authorization') authorization?: string) {
    return this.notify.take(receipt, authorization);
  }
}
