import { Controller, Get, Header, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Can, Fresh, Traced } from '@attest/shared/api';
import { OwnErasure } from './erasing.dto';
import { OwnRecordsService } from './own-records.service';

@ApiTags('Account')
@Controller('account')
export class OwnRecordsController {
  constructor(private readonly own: OwnRecordsService) {}

  @Get('records.zip') @Can('session.own') @Traced() @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Everything Attest holds about the caller, to read and as JSON' }) @ApiProduces('application/zip') @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  downloadOwnRecords() {
    return this.own.download();
  }

  @Get('erasure') @Can('session.own')
  @ApiOperation({ summary: 'Whether the caller asked to be forgotten, and what each partnership decided' }) @ApiOkResponse({ type: [OwnErasure] })
  readOwnErasure() {
    return this.own.erasures();
  }

  @Post('erasure') @Can('session.own') @Fresh() @HttpCode(200)
  @ApiOperation({ summary: 'Ask every partnership one has or had a role in to be forgotten' }) @ApiOkResponse({ type: [OwnErasure] })
  askForErasure() {
    return this.own.askForErasure();
  }
}
