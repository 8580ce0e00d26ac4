import { Body, Controller, Delete, Get, Header, HttpCode, Param, ParseIntPipe, Post, Put, UploadedFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Can, FromCaller, Id, Limited, OwnTransactions, Traced, notFound, type SignedInCaller } from '@attest/shared/api';
import { TakesFile, type Arrived } from './arriving';
import { EvidenceDetails, EvidenceView, NewLink, NewLocation, ShownForAnswer } from './evidence.dto';
import { FilesService } from './files.service';
import { LibraryService } from './library.service';
import { UsingService } from './using.service';

/** Which revision, as it stands in an address. */
const Revision = () => Param('number', new ParseIntPipe({ exceptionFactory: notFound }));

@ApiTags('Evidence')
@Controller('organisations/:id/evidence')
export class LibraryController {
  constructor(
    private readonly library: LibraryService,
    private readonly files: FilesService,
  ) {}

  @Get() @Can('submission.read')
  @ApiOperation({ summary: 'The evidence library of one’s organisation' }) @ApiOkResponse({ type: [EvidenceView] })
  listEvidence(@Id() id: string) {
    return this.library.list(id);
  }

  @Post() @Can('submission.answer') @Limited('evidence') @OwnTransactions() @TakesFile()
  @ApiOperation({ summary: 'Bring a file as evidence', description: 'Up to 25 MB: PDF, Word, Excel, PowerPoint, OpenDocument, JPEG, PNG, TXT or CSV, by what is in it and by its name. What a camera writes into a picture is taken out.' })
  @ApiCreatedResponse({ type: EvidenceView })
  addEvidenceFile(@FromCaller() caller: SignedInCaller, @Id() id: string, @UploadedFile() file: Arrived | undefined) {
    return this.files.add(caller, id, file);
  }

  @Post('links') @Can('submission.answer')
  @ApiOperation({ summary: 'Add a link as evidence, or say where something is kept', description: 'Attest never opens the link.' }) @ApiCreatedResponse({ type: EvidenceView })
  addEvidenceLink(@Id() id: string, @Body() link: NewLink) {
    return this.library.addLink(id, link);
  }
}

@ApiTags('Evidence')
@Controller('evidence')
export class EvidenceController {
  constructor(
    private readonly library: LibraryService,
    private readonly files: FilesService,
  ) {}

  @Get(':id') @Can('submission.read')
  @ApiOperation({ summary: 'One piece of evidence with its revisions' }) @ApiOkResponse({ type: EvidenceView })
  readEvidence(@Id() id: string) {
    return this.library.read(id);
  }

  @Put(':id') @Can('submission.answer')
  @ApiOperation({ summary: 'Change title, owner or review date' }) @ApiOkResponse({ type: EvidenceView })
  editEvidence(@Id() id: string, @Body() details: EvidenceDetails) {
    return this.library.edit(id, details);
  }

  @Delete(':id') @Can('submission.answer') @HttpCode(204)
  @ApiOperation({ summary: 'Delete what is used nowhere and never was in a signed return' }) @ApiNoContentResponse()
  deleteEvidence(@Id() id: string) {
    return this.library.remove(id);
  }

  @Post(':id/revisions') @Can('submission.answer') @Limited('evidence') @OwnTransactions() @TakesFile()
  @ApiOperation({ summary: 'Bring a new revision of a file', description: 'Returns that are open show it from now on; those handed in keep the one they were signed with.' }) @ApiCreatedResponse({ type: EvidenceView })
  reviseEvidence(@FromCaller() caller: SignedInCaller, @Id() id: string, @UploadedFile() file: Arrived | undefined) {
    return this.files.revise(caller, id, file);
  }

  @Post(':id/revisions/link') @Can('submission.answer')
  @ApiOperation({ summary: 'Say where it is now' }) @ApiCreatedResponse({ type: EvidenceView })
  moveEvidence(@Id() id: string, @Body() { location }: NewLocation) {
    return this.library.moveLink(id, location);
  }

  @Get(':id/revisions/:number/file') @Can('submission.read') @OwnTransactions() @Traced('of-others') @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Download a file, always to be saved' }) @ApiProduces('application/octet-stream') @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  downloadEvidence(@FromCaller() caller: SignedInCaller, @Id() id: string, @Revision() number: number) {
    return this.files.download(caller, id, number);
  }
}

@ApiTags('Evidence')
@Controller('submissions/:id/answers/:questionId/evidence')
export class UsingController {
  constructor(private readonly using: UsingService) {}

  @Put(':evidenceId') @Can('submission.answer')
  @ApiOperation({ summary: 'Show a piece of evidence for an answer' }) @ApiOkResponse({ type: ShownForAnswer })
  useEvidence(@Id() id: string, @Id('questionId') questionId: string, @Id('evidenceId') evidenceId: string) {
    return this.using.use(id, questionId, evidenceId);
  }

  @Delete(':evidenceId') @Can('submission.answer')
  @ApiOperation({ summary: 'Take it away from an answer; the library keeps it' }) @ApiOkResponse({ type: ShownForAnswer })
  takeEvidenceAway(@Id() id: string, @Id('questionId') questionId: string, @Id('evidenceId') evidenceId: string) {
    return this.using.takeAway(id, questionId, evidenceId);
  }
}
