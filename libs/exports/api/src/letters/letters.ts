import { Injectable } from '@nestjs/common';
import { InsightService, ThemesService, type HeatmapRow, type InsightFilters, type RoundSummary } from '@attest/insight/api';
import { Clock, Database, Papers, zipped, type Archive, type Paper, type PaperType, type SignedInCaller } from '@attest/shared/api';
import { PLANNED, SubmittingService, type Planned } from '@attest/submissions/api';
import { fileNameOf } from '../made/file-types';
import type { Made, Maker, Making } from '../made/making';
import { letterPaper, type Moderated } from './letter-paper';

/** $1: a return. Why each rating that was moderated is what it is. */
const MODERATED = "select section_key, level, reason from app.rating where submission_id = $1 and layer = 'moderated' order by section_key";

type Round = RoundSummary['round'];
type Recipient = Pick<HeatmapRow, 'submissionId' | 'organisationId' | 'name'>;

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
    const { asker, roundId, filters, progress } = making;
    const { round, heatmap } = await this.database.transaction(asker, 'read', () => this.insight.summary(roundId, filters));
    progress.total = heatmap.returned;
    return {
      fileName: fileNameOf(round.reference, 'letters', this.clock.today(), 'zip'),
      content: zipped(this.clock.now(), (archive) => this.write(archive, making, round)),
    };
  }

  /** The first of them, told in the trail as reading it is. It works in the transaction of whoever asks. */
  async first(asker: SignedInCaller, roundId: string, filters: Making['filters']): Promise<{ readonly letter: Paper; readonly count: number }> {
    const { round, heatmap: { returned: count } } = await this.insight.summary(roundId, filters);
    for await (const rows of this.insight.rows(round, filters)) {
      const recipient = rows.find(({ returned }) => returned);
      if (!recipient) continue;
      this.database.record({ action: 'submission.read', route: 'GET /submissions/:id/receipt', thing: { kind: 'submission', id: recipient.submissionId }, organisationId: recipient.organisationId });
      return { letter: await this.letterTo(recipient, asker, round), count };
    }
    return { letter: { title: `Feedback on your return: ${round.name}`, language: 'en-GB', foot: '', blocks: [{ kind: 'text', line: 'No organisation has returned yet, so there is nobody to write to.' }] }, count };
  }

  private async letterTo({ submissionId }: Recipient, asker: SignedInCaller, { partnershipName: partnership }: Round): Promise<Paper> {
    return letterPaper({
      receipt: await this.submitting.receipt(submissionId),
      moderated: await this.database.query<Moderated>(MODERATED, [submissionId]),
      planned: await this.database.query<Planned>(PLANNED, [submissionId]),
      practice: await this.themes.examples(submissionId),
      partnership, day: this.clock.today(), contact: asker,
    });
  }

  private async write(archive: Archive, making: Making, round: Round): Promise<void> {
    const type = making.wanted.format as PaperType;
    const written: Recipient[] = [];
    const names = new Set<string>();
    for await (const letter of this.papers.several(this.letters(making, round, written), type)) {
      const { name } = written.shift()!;
      await archive.file(`${distinctName(name, names)}.${type}`, [Buffer.from(letter)]);
      making.progress.step();
    }
    if (names.size === 0) await archive.file('Nobody has returned.txt', ['No organisation has returned yet, so there is nobody to write to.']);
  }

  private async* letters({ asker, filters }: Making, round: Round, written: Recipient[]): AsyncGenerator<Paper> {
    for await (const recipient of this.recipients(asker, round, filters)) {
      const letter = await this.database.transaction(asker, 'read', () => this.letterTo(recipient, asker, round));
      written.push(recipient);
      yield letter;
    }
  }

  /** So many at a time, each lot in a short transaction. */
  private async* recipients(asker: SignedInCaller, round: Round, filters: InsightFilters): AsyncGenerator<Recipient> {
    const lots = this.insight.rows(round, filters);
    for (;;) {
      const lot = await this.database.transaction(asker, 'read', () => lots.next());
      if (lot.done) return;
      yield* lot.value.filter(({ returned }) => returned);
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
