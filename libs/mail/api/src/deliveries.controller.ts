import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Can, Id } from '@attest/shared/api';
import { DeliveriesService } from './deliveries.service';
import { DeliveriesQuery, DeliveryList } from './mail.dto';

@ApiTags('Mail')
@Controller('mail')
export class DeliveriesController {
  constructor(private readonly deliveries: DeliveriesService) {}

  @Get() @Can('mail.manage')
  @ApiOperation({ summary: 'What became of each message', description: 'Never what it said: it may hold a link that lets somebody else in.' }) @ApiOkResponse({ type: DeliveryList })
  listDeliveries(@Query() { page }: DeliveriesQuery) {
    return this.deliveries.list(Number(page ?? 1));
  }

  @Post(':id/send-again') @Can('mail.manage') @HttpCode(204)
  @ApiOperation({ summary: 'Try a message again that failed' }) @ApiNoContentResponse({ description: 'It is on its way' })
  sendAgain(@Id() id: string) {
    return this.deliveries.sendAgain(id);
  }
}
