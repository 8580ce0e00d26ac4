import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Can, Id, Limited, Public, Traced } from '@attest/shared/api';
import { ProofQuery, ProofView, SignedFileQuery, VerificationView } from './proofs.dto';
import { ProofsService } from './proofs.service';

const Reference = () => ApiParam({ name: 'reference', example: 'S175-2627-7F3K', schema: { type: 'string' } });
const file = { schema: { type: 'object', additionalProperties: true } } as const;

@ApiTags('Receipts')
@Controller()
export class ProofsController {
  constructor(private readonly proofs: ProofsService) {}

  @Get('receipts/:reference') @Public() @Limited('receipt') @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Whether a return was signed and submitted under this reference with this hash', description: 'Says yes or no to anybody, and nothing else.' })
  @Reference() @ApiOkResponse({ type: VerificationView })
  verifyReceipt(@Param('reference') reference: string, @Query() { sha256 }: ProofQuery) {
    return this.proofs.matches(reference, sha256);
  }

  @Get('receipts/:reference/proof') @Can('submission.read') @Traced('of-others')
  @ApiOperation({ summary: 'Who signed it in which role and when, for those who may read the return' })
  @Reference() @ApiOkResponse({ type: ProofView })
  readProof(@Param('reference') reference: string, @Query() { sha256 }: SignedFileQuery) {
    return this.proofs.proof(reference, sha256);
  }

  @Get('submissions/:id/proofs') @Can('submission.read') @Traced('of-others')
  @ApiOperation({ summary: 'Every text of this return that was signed and submitted, newest first' }) @ApiOkResponse({ type: [ProofView] })
  listProofs(@Id() id: string) {
    return this.proofs.proofs(id);
  }

  @Get('submissions/:id/signed.json') @Can('submission.read') @Limited('export') @Traced() @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'The signed text as a file, to the byte: its SHA-256 is the one on the receipt' }) @ApiProduces('application/json') @ApiOkResponse(file)
  downloadSigned(@Id() id: string, @Query() { sha256 }: SignedFileQuery) {
    return this.proofs.file(id, sha256);
  }
}
