import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Can, Fresh, Id, Traced } from '@attest/shared/api';
import { SendBack, Sign, SigningView } from './signing.dto';
import { ReadingSigningService } from './reading-signing.service';
import { SigningService } from './signing.service';

@ApiTags('Signing off')
@Controller('submissions')
export class SigningController {
  constructor(
    private readonly signing: SigningService,
    private readonly reading: ReadingSigningService,
  ) {}

  @Get(':id/signing') @Can('submission.read') @Traced('of-others')
  @ApiOperation({ summary: 'What to know before one signs: who has, whose turn it is, and what stands out' }) @ApiOkResponse({ type: SigningView })
  readSigning(@Id() id: string) {
    return this.reading.read(id);
  }

  @Post(':id/signatures') @Can('submission.submit') @Fresh() @HttpCode(200)
  @ApiOperation({ summary: 'Sign the return; the last signature submits it' }) @ApiOkResponse({ type: SigningView })
  async sign(@Id() id: string, @Body() signature: Sign) {
    await this.signing.sign(id, signature);
    return this.reading.read(id);
  }

  @Post(':id/send-back') @Can('submission.submit') @HttpCode(200)
  @ApiOperation({ summary: 'Send a return that is being signed back with a note', description: 'Its signatures no longer stand, and its answers may be changed again.' }) @ApiOkResponse({ type: SigningView })
  async sendBack(@Id() id: string, @Body() note: SendBack) {
    await this.signing.sendBack(id, note);
    return this.reading.read(id);
  }
}
