import { Controller, HttpCode, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Can, Fresh, Id } from '@attest/shared/api';
import { LostFactorService } from './lost-factor.service';

@ApiTags('People')
@Controller('people')
export class LostFactorController {
  constructor(private readonly lost: LostFactorService) {}

  @Post(':id/forget-second-factor') @Can('person.recover') @Fresh() @HttpCode(204)
  @ApiOperation({ summary: 'Let somebody set up a new second factor', description: 'For whoever lost their telephone and their recovery codes, once it is sure that it is them who ask. Ends their sessions and tells them by mail; their password stays.' })
  @ApiNoContentResponse({ description: 'They set up a new one when they sign in next' })
  forgetSecondFactor(@Id() id: string) {
    return this.lost.forget(id);
  }
}
