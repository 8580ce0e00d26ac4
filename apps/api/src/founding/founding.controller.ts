import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Limited, Public } from '@attest/shared/api';
import { FirstAdministrator } from './founding.dto';
import { FoundingService } from './founding.service';

@ApiTags('Session')
@Controller('first-administrator')
export class FoundingController {
  constructor(private readonly founding: FoundingService) {}

  @Post() @Public() @Limited('founding') @HttpCode(204)
  @ApiOperation({ summary: 'Found the partnership and its first administrator', description: 'Works once, on an empty platform.' })
  @ApiNoContentResponse({ description: 'Founded: sign in with the address and password given' })
  foundPartnership(@Body() first: FirstAdministrator) {
    return this.founding.byVisitor(first);
  }
}
