import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Id, Public } from '@attest/shared/api';
import { OutboxLetter, OutboxMessage } from './mail.dto';
import { OutboxService } from './outbox.service';

@ApiTags('Mail')
@Controller('outbox')
export class OutboxController {
  constructor(private readonly outbox: OutboxService) {}

  @Get() @Public()
  @ApiOperation({ summary: 'The messages of a demonstration', description: 'Where there is no demonstration, there is nothing here.' }) @ApiOkResponse({ type: [OutboxMessage] })
  readOutbox() {
    return this.outbox.newest();
  }

  @Get(':id') @Public()
  @ApiOperation({ summary: 'One message of a demonstration' }) @ApiOkResponse({ type: OutboxLetter })
  readLetter(@Id() id: string) {
    return this.outbox.letter(id);
  }
}
