import { Controller, Get, type BeforeApplicationShutdown } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Database, OneOf, Public, Refused } from '@attest/shared/api';

class Health {
  @OneOf(['ok']) status: 'ok';
}

@ApiTags('Health')
@Controller('health')
export class HealthController implements BeforeApplicationShutdown {
  private stopping = false;

  constructor(private readonly database: Database) {}

  @Get('live') @Public()
  @ApiOperation({ summary: 'Whether the process runs', description: 'Does not touch the database.' }) @ApiOkResponse({ type: Health })
  live(): Health {
    return { status: 'ok' };
  }

  @Get('ready') @Public()
  @ApiOperation({ summary: 'Whether requests can be answered' }) @ApiOkResponse({ type: Health })
  async ready(): Promise<Health> {
    if (this.stopping) throw new Refused('unavailable', 'This process is stopping.');
    await this.database.withoutCaller('select 1');
    return { status: 'ok' };
  }

  beforeApplicationShutdown(): void {
    this.stopping = true;
  }
}
