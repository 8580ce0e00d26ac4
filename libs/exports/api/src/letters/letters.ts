import { Injectable } from '@nestjs/common';
import { InsightService, ThemesService } from '@attest/insight/api';
import { Clock, Database, Papers, zipped, type Archive, type Paper, type PaperType } from '@attest/shared/api';
import { PLANNED, SubmittingService, type Planned } from '@attest/submissions/api';
import { fileNameOf } from '../made/file-types';
import type { Made, Maker, Making } from '../made/making';
import { letterPaper, type Moderated } from './letter-paper';

/** $1: a return. Why each rating that was moderated is what it is. */
const MODERATED = "select section_key, level, reason from app.rating where submission_id = $1 and layer = 'moderated' order by section_key";

interface Recipient { readonly submissionId: string; readonly name: string }

/** A letter for each organisation that returned, all of them in one zip. One is read, set and put away before the next. */
@Injectable()
export class Letters implements Maker {
  constructor(
    private readonly database: Database,
    private readonly insight: InsightService,
    private readonly submitting: SubmittingService,
    private readonly themes: ThemesService,
    private readonly papers: Papers,
    private readonly clock: Clock,
  ) {}

  async make(making: Making): Promise<Made> {
    const { asker, roundId, filters, progress, wanted } = making;
    const { round, heatmap } = await this.database.transaction(asker, 'read', () => this.insight.summary(roundId, filters));
    const recipients = heatmap.rows.filter(({ returned }) => returned);
    progress.total = recipients.length;
    return {
      fileName: fileNameOf(round.reference, 'letters', this.clock.today(), 'zip'),
      content: zipped(this.clock.now(), (archive) => this.write(archive, making, recipients, round.partnershipName, wanted.format as PaperType)),
    };
  }

  private async write(archive: Archive, making: Making, recipients: readonly Recipient[], partnership: string, type: PaperType): Promise<void> {
    if (recipients.length === 0) return archive.file('Nobody has returned.txt', ['No organisation has returned yet, so there is nobody to write to.']);
    const written: Recipient[] = [];
    const letters = this.papers.several(this.letters(making, recipients, partnership, written), type);
    const names = new Set<string>();
    for await (const letter of letters) {
      const { name } = written.shift()!;
      await archive.file(`${distinctName(name, names)}.${type}`, [Buffer.from(letter)]);
      making.progress.step();
    }
  }

  private async* letters({ asker }: Making, recipients: readonly Recipient[], partnership: string, written: Recipient[]): AsyncGenerator<Paper> {
    for (const recipient of recipients) {
      const facts = await this.database.transaction(asker, 'read', async () => ({
        receipt: await this.submitting.receipt(recipient.submissionId),
        moderated: await this.database.query<Moderated>(MODERATED, [recipient.submissionId]),
        planned: await this.database.query<Planned>(PLANNED, [recipient.submissionId]),
        practice: await this.themes.examples(recipient.submissionId),
      }));
      written.push(recipient);
      yield letterPaper({ ...facts, partnership, day: this.clock.today(), contact: asker });
    }
  }
}

/** Two schools may be called the same, and some file systems know no capital letters. */
function distinctName(name: string, taken: Set<string>): string {
  const plain = name.replace(/[^\p{L}\p{N} ._-]+/gu, '').replace(/\s+/g, ' ').trim().slice(0, 100) || 'Organisation';
  let found = plain;
  for (let number = 2; taken.has(found.toLowerCase()); number++) found = `${plain} ${number}`;
  taken.add(found.toLowerCase());
  return found;
}
