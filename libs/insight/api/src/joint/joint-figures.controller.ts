import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Can, Fresh, Id } from '@attest/shared/api';
import { JointFiguresView, NewShare, SharePreview } from './joint-figures.dto';
import { JointFiguresService } from './joint-figures.service';

@ApiTags('Joint rounds')
@Controller('rounds/:id/joint-figures')
export class JointFiguresController {
  constructor(private readonly figures: JointFiguresService) {}

  @Get() @Can('insight.read')
  @ApiOperation({ summary: 'Figures of a joint round: your own beside those of partners that share with you', description: 'Figures alone, in which no organisation can be found. Never a return.' }) @ApiOkResponse({ type: JointFiguresView })
  readJointFigures(@Id() id: string) {
    return this.figures.read(id);
  }

  @Get(':place') @Can('joint-round.manage')
  @ApiOperation({ summary: 'What one partner would see, if you shared now', description: 'Changes nothing.' }) @ApiOkResponse({ type: SharePreview })
  previewShare(@Id() id: string, @Param('place') place: string) {
    return this.figures.preview(id, place);
  }

  @Put(':place') @Can('joint-round.manage') @Fresh() @HttpCode(204)
  @ApiOperation({ summary: 'Share your figures with one partner, as previewed' }) @ApiNoContentResponse()
  shareFigures(@Id() id: string, @Param('place') place: string, @Body() share: NewShare) {
    return this.figures.share(id, place, share);
  }

  @Delete(':place') @Can('joint-round.manage') @Fresh() @HttpCode(204)
  @ApiOperation({ summary: 'Withdraw your figures from one partner', description: 'From that moment on neither sees the figures of the other.' }) @ApiNoContentResponse()
  withdrawFigures(@Id() id: string, @Param('place') place: string) {
    return this.figures.withdraw(id, place);
  }
}
