import { Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { listed, type Phase, type Sector } from '@attest/domain/questionnaire';
import { meetsRate, type Figure as Figures } from '@attest/domain/measures';
import type { InsightFilters, QuestionDetail, ShownView } from '@attest/shared/client';
import { EmptyState, Figure, Notice } from '@attest/shared/ui';
import { Page, Reading } from '@attest/shared/web';
import { AnswerLine } from './answer-line';
import { DistributionBar } from '../distribution/distribution-bar';
import { barsOf, type DistributionLine } from '../distribution/distribution';
import { DistributionTable } from '../distribution/distribution-table';
import { InsightApi } from '../insight-api';
import { ofConcern } from './question-answers';
import { AnswerMarks } from '../themes/answer-marks';
import { ThemesApi } from '../themes/themes-api';

/** One question: how everybody rated it, now and last round, and what they wrote, worst first. */
@Component({
  selector: 'att-question-page',
  imports: [AnswerLine, AnswerMarks, DistributionBar, DistributionTable, EmptyState, Figure, Notice, Page, Reading],
  templateUrl: './question-page.html',
  styleUrl: './question-page.scss',
})
export class QuestionPage {
  private readonly router = inject(Router);
  readonly roundId = input.required<string>();
  readonly questionId = input.required<string>();
  readonly areaId = input<string>();
  readonly phase = input<Phase>();
  readonly sector = input<Sector>();
  readonly type = input<string>();
  /** `concern`: only those that do not meet the standard. */
  readonly show = input<string>();

  protected readonly filters = computed<InsightFilters>(() => ({ areaId: this.areaId(), phase: this.phase(), sector: this.sector(), type: this.type() }));
  protected readonly filtered = computed(() => Object.values(this.filters()).some(Boolean));
  protected readonly detail = inject(InsightApi).question(this.roundId, this.questionId, this.filters);
  protected readonly evidence = inject(InsightApi).questionEvidence(this.roundId, this.questionId);
  private readonly shown = computed(() => new Map(this.evidence.hasValue() ? this.evidence.value().map(({ submissionId, shown }) => [submissionId, shown]) : []));
  protected readonly marks = inject(ThemesApi).marks(this.roundId, this.questionId);
  protected readonly heading = computed(() => (this.detail.hasValue() ? `${this.detail.value().ref} ${this.detail.value().title}` : 'Question'));
  protected readonly concernOnly = computed(() => this.show() === 'concern');
  protected readonly concerned = computed(() => (this.detail.hasValue() ? ofConcern(this.detail.value().answers) : []));
  /** Worst first, as the API has them. */
  protected readonly answers = computed(() => {
    if (!this.detail.hasValue()) return [];
    return this.concernOnly() ? this.concerned() : this.detail.value().answers;
  });
  /** "Not met and partly met", whatever the scale calls them. */
  protected readonly concernWords = computed(() => {
    const words = this.detail.hasValue() ? this.detail.value().levels.filter(({ meets }) => !meets).toReversed().map(({ word }) => word) : [];
    return listed(words.map((word, at) => (at === 0 ? word : word.toLowerCase())));
  });
  protected readonly lines = computed<readonly DistributionLine[]>(() => (this.detail.hasValue() ? linesOf(this.detail.value()) : []));
  protected readonly picture = computed(() => barsOf(this.lines()));

  protected shownFor(submissionId: string): readonly ShownView[] {
    return this.shown().get(submissionId) ?? [];
  }

  protected showConcern(only: boolean): void {
    void this.router.navigate([], { queryParams: { show: only ? 'concern' : null }, queryParamsHandling: 'merge' });
  }

  protected title({ distribution, last, levels }: QuestionDetail): string {
    const now = `${saidOf(meetsRate(distribution, levels))} meet it`;
    return last ? `${now}; last round ${saidOf(meetsRate(last, levels))}` : now;
  }
}

function saidOf({ count, base, percentage }: Figures): string {
  return `${count} of ${base}${percentage === null ? '' : ` (${percentage}%)`}`;
}

function linesOf({ round, levels, distribution, last }: QuestionDetail): DistributionLine[] {
  const now = { label: `This round, ${round.name}`, of: distribution, levels };
  return last ? [now, { label: 'Last round', of: last, levels }] : [now];
}
