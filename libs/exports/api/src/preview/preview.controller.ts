import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Can, Untold } from '@attest/shared/api';
import { PreviewRequest, PreviewView } from './preview.dto';
import { PreviewService } from './preview.service';

@ApiTags('Exports')
@Controller('exports/preview')
export class PreviewController {
  constructor(private readonly previews: PreviewService) {}

  /** Asked again with every choice: told in the trail where it shows somebody's own result, and nowhere else. */
  @Post() @HttpCode(200) @Can('export.create') @Untold()
  @ApiOperation({ summary: 'How a file begins, before it is made' }) @ApiOkResponse({ type: PreviewView })
  previewExport(@Body() wanted: PreviewRequest) {
    return this.previews.preview(wanted);
  }
}
