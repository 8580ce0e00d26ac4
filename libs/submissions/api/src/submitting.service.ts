import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { QueryFailedError } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Release } from '@attest/domain/disclosure';
import { isHandedIn } from '@attest/domain/lifecycle';
import { progressOf } from '@attest/domain/questionnaire';
import type { Ratings } from '@attest/domain/scoring';
import { Database, Refused, notFound } from '@attest/shared/api';
import { TemplatesService, type TemplateVersion } from '@attest/templates/api';
import { answersIn, progressView } from './answers';
import { ratingRow } from './consequences';
import { ReadingService } from './evidence/reading.service';
import { sealedReturn, type Frozen, type FrozenSignature } from './frozen-return';
import type { PublishedFigures } from './peers';
import { receiptView } from './receipt';
import { profileOf } from './return-view';
import type { SignatureRow } from './signing/signing.queries';
import type { ReceiptView } from './receipt.dto';
import type { WholeReturnRow } from './submissions.queries';
import { SubmissionsService } from './submissions.service';
import { HAND_IN, KEEP_SNAPSHOT, RELEASED, REOPENING_DONE, SEALED_RETURN, SEAL_RATINGS, type HandedIn, type ReleasedRow, type SealedRow } from './submitting.queries';

/** Without I, O, 0 and 1, which people misread to one another on the telephone. */
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** What comes of the last signature. */
@Injectable()
export class SubmittingService {
  constructor(
    private readonly database: Database,
    private readonly submissions: SubmissionsService,
    private readonly templates: TemplatesService,
    private readonly evidence: ReadingService,
  ) {}

  async receipt(id: string): Promise<ReceiptView> {
    const row = await this.submissions.wholeReturn(id);
    const sealed = isHandedIn(row.state) ? await this.database.one<SealedRow>(SEALED_RETURN, [id]) : null;
    if (!sealed) throw notFound();
    const version = await this.templates.pinned(row.template_version_id);
    const last = await this.submissions.lastReturn(row);
    return receiptView({ row, version, sealed, last, published: await this.published(row) });
  }

  /** The return with all its signatures, its ratings for everybody who compares, and the sealed text. Answers its reference. */
  async handIn(row: WholeReturnRow, version: TemplateVersion, ratings: Ratings, signatures: readonly SignatureRow[], now: Date): Promise<string> {
    const progress = progressView(progressOf(version.template, profileOf(row, version.template), answersIn(row.answers, version.questions, row.evidence)));
    const { reference } = await this.take(row, progress, now);
    await this.seal(row, ratings, now);
    const sealed = sealedReturn({ ...row, reference }, version, ratings, await this.evidence.shownIn(row.id), signatures.map(frozenSignature));
    await this.keep(row, 'submitted', sealed, signatures[0]!, now);
    await this.database.query(REOPENING_DONE, [row.id, now]);
    return reference;
  }

  /** Beside the text stands whoever answers for it: the first to sign. */
  async keep(row: WholeReturnRow, kind: 'signed' | 'submitted', { content, sha256 }: Frozen, first: SignatureRow, now: Date): Promise<void> {
    const { person_id, person_name, role, declaration } = first;
    await this.database.query(KEEP_SNAPSHOT, [this.database.caller.partnershipId, uuid(), row.id, row.organisation_id, kind, content, sha256, person_id, person_name, role, declaration, now]);
  }

  private async published({ round_id, previous_round_id }: WholeReturnRow): Promise<PublishedFigures | null> {
    const row = await this.database.one<ReleasedRow>(RELEASED, [round_id, previous_round_id]);
    return row && { round: { id: row.id, name: row.name }, release: JSON.parse(row.content) as Release };
  }

  /** Four characters that tell this return from the others of its round. */
  newCode(): string {
    return Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');
  }

  private async take(row: WholeReturnRow, { answered, required }: { answered: number; required: number }, now: Date): Promise<HandedIn> {
    for (let tries = 5; ; tries--) {
      await this.database.query('savepoint reference');
      try {
        const handedIn = await this.database.one<HandedIn>(HAND_IN, [row.id, row.state, now, `${row.round_reference}-${this.newCode()}`, answered, required]);
        if (!handedIn) throw new Refused('already-done', 'This return has been submitted already. Its receipt says when and by whom.');
        return handedIn;
      } catch (error) {
        // Somebody else's return has the reference already; whose, we may not see, so we cannot ask beforehand.
        if (!isTaken(error) || tries === 1) throw error;
        await this.database.query('rollback to savepoint reference');
      }
    }
  }

  private async seal(row: WholeReturnRow, { rule, overall, sections }: Ratings, now: Date): Promise<void> {
    const rows = [{ key: '', rating: overall }, ...sections].map(({ key, rating }) => ({ ...ratingRow(key, rating), trace: rating.trace }));
    await this.database.query(SEAL_RATINGS, [this.database.caller.partnershipId, row.id, row.organisation_id, row.round_id, rule, now, JSON.stringify(rows)]);
  }
}

const frozenSignature = ({ step, asked_of: who, person_name: name, role, declaration, at }: SignatureRow): FrozenSignature =>
  ({ step, who, name, role, declaration, at: new Date(at).toISOString() });

const isTaken = (error: unknown) => error instanceof QueryFailedError && (error.driverError as { code?: string }).code === '23505';
