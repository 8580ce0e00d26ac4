import { Injectable, StreamableFile } from '@nestjs/common';
import { isHandedIn } from '@attest/domain/lifecycle';
import { Database, notFound } from '@attest/shared/api';
import { TemplatesService } from '@attest/templates/api';
import { ReadingService } from '../evidence/reading.service';
import { answersToSign } from '../frozen-return';
import { SubmissionsService } from '../submissions.service';
import { isUnbroken, movementBetween, saysTheSame, signaturesIn } from './proofs';
import type { ProofView, VerificationView } from './proofs.dto';
import { RECEIPT_MATCHES, RETURN_OF_REFERENCE, SEALED_TEXTS, type SealedText } from './proofs.queries';

/** What was signed, looked at again. */
@Injectable()
export class ProofsService {
  constructor(
    private readonly database: Database,
    private readonly submissions: SubmissionsService,
    private readonly templates: TemplatesService,
    private readonly evidence: ReadingService,
  ) {}

  /** For anybody who holds a receipt. Who does not hold its hash learns nothing, not even whether the reference is somebody's. */
  async matches(reference: string, sha256: string): Promise<VerificationView> {
    const [row] = await this.database.withoutCaller<VerificationView>(RECEIPT_MATCHES, [reference, sha256]);
    return { matches: row?.matches ?? false };
  }

  /** The same with names, for those who may read the return. */
  async proof(reference: string, sha256?: string): Promise<ProofView> {
    const row = await this.database.one<{ id: string }>(RETURN_OF_REFERENCE, [reference]);
    if (!row) throw notFound();
    const found = (await this.proofs(row.id)).find((proof) => sha256 === undefined || proof.sha256 === sha256);
    if (!found) throw notFound();
    return found;
  }

  /** Every text that was handed in, newest first. */
  async proofs(id: string): Promise<ProofView[]> {
    const row = await this.submissions.wholeReturn(id);
    const version = await this.templates.pinned(row.template_version_id);
    const shown = await this.evidence.shownIn(id);
    const texts = await this.database.query<SealedText>(SEALED_TEXTS, [id]);
    return texts.map((text, at): ProofView => ({
      submissionId: id, reference: row.reference ?? '',
      organisation: { id: row.organisation_id, name: row.organisation_name }, round: { id: row.round_id, name: row.round_name },
      sha256: text.sha256, at: text.at.toISOString(), signatures: signaturesIn(text),
      current: at === 0 && isHandedIn(row.state), unbroken: isUnbroken(text),
      answersMatch: at === 0 && isHandedIn(row.state) ? saysTheSame(text, answersToSign(row, version, shown)) : null,
      since: texts[at + 1] ? movementBetween(texts[at + 1]!, text, version.template) : null,
    }));
  }

  /** To the byte: the hash of the file is the hash of the receipt. */
  async file(id: string, sha256?: string): Promise<StreamableFile> {
    const row = await this.submissions.wholeReturn(id);
    const texts = await this.database.query<SealedText>(SEALED_TEXTS, [id]);
    const text = sha256 === undefined ? texts[0] : texts.find((one) => one.sha256 === sha256);
    if (!text) throw notFound();
    const bytes = Buffer.from(text.content, 'utf8');
    return new StreamableFile(bytes, { type: 'application/json; charset=utf-8', length: bytes.byteLength, disposition: `attachment; filename="${row.reference ?? id}_${text.sha256.slice(0, 8)}.json"` });
  }
}
