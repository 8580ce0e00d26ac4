import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Can, Id, Traced } from '@attest/shared/api';
import { RatingView } from './ratings.dto';
import { RatingsService } from './ratings.service';

@ApiTags('Returns')
@Controller('submissions/:id')
export class RatingsController {
  constructor(private readonly ratings: RatingsService) {}

  @Get('rating') @Can('submission.read') @Traced('of-others')
  @ApiOperation({ summary: 'Why the whole return is rated as it is' }) @ApiOkResponse({ type: RatingView })
  readRating(@Id() id: string) {
    return this.ratings.read(id, null);
  }

  @Get('ratings/:section') @Can('submission.read') @Traced('of-others')
  @ApiOperation({ summary: 'Why a section is rated as it is: what counted, what did not, and what would change it' })
  @ApiParam({ name: 'section', example: 'online-safety' }) @ApiOkResponse({ type: RatingView })
  readSectionRating(@Id() id: string, @Param('section') section: string) {
    return this.ratings.read(id, section);
  }
}
