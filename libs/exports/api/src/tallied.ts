import type { Level } from '@attest/domain/questionnaire';
import { RoundStream, together, type ChosenOrganisations, type DistributionView, type RoundSummary, type WholeQuestion, type WholeRound } from '@attest/insight/api';

/** How one question was answered, all organisations together, and how it was the round before. */
export interface Tallied {
  readonly question: WholeQuestion['question'];
  readonly section: WholeQuestion['section'];
  readonly id: string;
  readonly levels: readonly Level[];
  readonly distribution: DistributionView;
  /** Null where it cannot be compared. */
  readonly last: DistributionView | null;
}

/** Goes through everything that was said, hands each few hundred organisations on, and counts as it goes. */
export class Counting {
  private readonly tallies = new Map<string, Tallied>();
  private gone = false;

  constructor(
    private readonly stream: RoundStream,
    private readonly summary: RoundSummary,
    private readonly filters: ChosenOrganisations,
    private readonly told: (organisations: number) => void,
  ) {}

  async* said(): AsyncGenerator<readonly WholeQuestion[]> {
    for await (const { questions, organisations } of this.stream.said(this.summary.round, this.filters)) {
      for (const one of questions) this.count(one);
      yield questions;
      this.told(organisations);
    }
    this.gone = true;
  }

  /** Of everybody: what nobody wanted to see goes by all the same. */
  async tallied(): Promise<Tallied[]> {
    if (!this.gone) for await (const questions of this.said()) void questions;
    const before = await this.stream.before(this.summary.round, this.filters);
    return [...this.tallies.values()].map((one) => ({ ...one, last: before.get(one.question.key) ?? null }));
  }

  private count({ template, section, question, detail: { id, levels, distribution } }: WholeQuestion): void {
    const known = this.tallies.get(question.key);
    this.tallies.set(question.key, { question, section, id, levels, distribution: together(known?.distribution, distribution, { template, question }), last: null });
  }
}

/** Of a round that was read at once. */
export const talliedOf = ({ questions }: Pick<WholeRound, 'questions'>): Tallied[] =>
  questions.map(({ question, section, detail: { id, levels, distribution, last } }) => ({ question, section, id, levels, distribution, last }));
