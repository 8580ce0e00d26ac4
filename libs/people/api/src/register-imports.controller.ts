import { Controller, Get, HttpCode, Post, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Can, FromCaller, Id, Limited, OwnTransactions, type SignedInCaller } from '@attest/shared/api';
import { ImportView } from './organisations.dto';
import { RegisterImportsService, type Upload } from './register-imports.service';

/** The whole country's register is about 60 MB. */
const LARGEST = 120 * 1024 * 1024;

@ApiTags('Register of schools')
@Controller('register-imports')
export class RegisterImportsController {
  constructor(private readonly imports: RegisterImportsService) {}

  @Post() @Can('register.import') @Limited('upload') @OwnTransactions() @UseInterceptors(FileInterceptor('file', { limits: { fileSize: LARGEST, files: 1 } }))
  @ApiOperation({ summary: 'Upload a GIAS "all establishments" CSV and see what it would change', description: 'Changes nothing until it is applied.' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } })
  @ApiCreatedResponse({ type: ImportView })
  uploadRegister(@FromCaller() caller: SignedInCaller, @UploadedFile() file: Upload | undefined) {
    return this.imports.preview(caller, file);
  }

  @Get(':id') @Can('register.import')
  @ApiOperation({ summary: 'What an uploaded register would change, or has changed' }) @ApiOkResponse({ type: ImportView })
  readImport(@Id() id: string) {
    return this.imports.read(id);
  }

  @Post(':id/apply') @Can('register.import') @HttpCode(200)
  @ApiOperation({ summary: 'Apply an uploaded register, all of it or none' }) @ApiOkResponse({ type: ImportView })
  applyImport(@Id() id: string) {
    return this.imports.apply(id);
  }
}
