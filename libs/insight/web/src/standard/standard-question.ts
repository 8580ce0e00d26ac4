import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { InsightFilters, StandardQuestion } from '@attest/shared/client';
import { RagBadge } from '@attest/shared/ui';
import { DistributionBar } from '../distribution/distribution-bar';
import { valueInWords } from '../questions/question-answers';

/** One question of a standard: its bar, and what the organisation chose. */
@Component({
  selector: 'att-standard-question',
  imports: [DistributionBar, RagBadge, RouterLink],
  template: `
    <article>
      <h3><a [routerLink]="['/compare', roundId(), 'questions', question().id]" [queryParams]="filters()">{{ question().ref }} {{ question().title }}</a></h3>
      <p class="att-measure wording">{{ question().wording }}</p>
      @if (question().levels.length > 0) { <att-distribution-bar [levels]="question().levels" [of]="question().distribution" /> }
      @if (organisation(); as name) {
        <p class="chosen">
          {{ name }}:
          @if (level()) { <att-rag-badge [level]="level()" /> } @else { <strong>{{ said() }}</strong> }
        </p>
      }
    </article>
  `,
  styles: `
    article { padding: 16px 0; border-top: 1px solid var(--att-line); }
    h3 { margin: 0 0 4px; }
    .wording { margin-bottom: 10px; color: var(--att-text-secondary); }
    .chosen { margin: 10px 0 0; }
  `,
})
export class StandardQuestionLine {
  readonly question = input.required<StandardQuestion>();
  readonly roundId = input.required<string>();
  readonly filters = input<InsightFilters>({});
  /** Whose choice is shown beside the figures. */
  readonly organisation = input<string | null>(null);
  protected readonly said = computed(() => (this.question().chosen === null ? 'no level: not asked, not applicable or not answered' : valueInWords(this.question().chosen!)));
  protected readonly level = computed(() => this.question().levels.find(({ key }) => key === this.question().chosen) ?? null);
}
