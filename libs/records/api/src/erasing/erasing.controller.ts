import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Can, Fresh, Id } from '@attest/shared/api';
import { Erase, ErasurePreview, ErasureView, RefuseErasure } from './erasing.dto';
import { ErasingService } from './erasing.service';

@ApiTags('Records')
@Controller('records/erasures')
export class ErasingController {
  constructor(private readonly erasing: ErasingService) {}

  @Get() @Can('records.erase')
  @ApiOperation({ summary: 'People who asked to be forgotten, those who wait first' }) @ApiOkResponse({ type: [ErasureView] })
  listErasures() {
    return this.erasing.list();
  }

  @Get(':id') @Can('records.erase')
  @ApiOperation({ summary: 'Where one of them is named, and what would become of it' }) @ApiOkResponse({ type: ErasurePreview })
  previewErasure(@Id() id: string) {
    return this.erasing.preview(id);
  }

  @Post(':id/erase') @Can('records.erase') @Fresh() @HttpCode(200)
  @ApiOperation({ summary: 'Replace their name by a label in this partnership', description: 'Cannot be undone. When no other partnership has still to decide, the account goes too.' }) @ApiOkResponse({ type: ErasureView })
  erase(@Id() id: string, @Body() { confirm }: Erase) {
    return this.erasing.erase(id, confirm);
  }

  @Post(':id/refuse') @Can('records.erase') @HttpCode(200)
  @ApiOperation({ summary: 'Refuse, with a reason that the person reads' }) @ApiOkResponse({ type: ErasureView })
  refuseErasure(@Id() id: string, @Body() { reason }: RefuseErasure) {
    return this.erasing.refuse(id, reason);
  }
}
