import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { layoutDumbbell } from '@attest/domain/figures';
import { Drawing, EmptyState, Figure, FilterBar, FilterSelect, RagBadge, Symbols } from '@attest/shared/ui';
import { Page, Reading, Session } from '@attest/shared/web';
import { ComparePlaces } from '../compare-places';
import { oneDecimal } from '../heatmap/heatmap-cells';
import { InsightApi } from '../insight-api';
import { agreementIn, agreements, crosstab, dumbbells, gapInWords, gapOf, moderatedRows, moderationTitle } from './moderation-figures';

/** What organisations said of themselves and what the panel saw: do they overrate themselves? */
@Component({
  selector: 'att-moderation-page',
  imports: [ComparePlaces, Drawing, EmptyState, Figure, FilterBar, FilterSelect, Page, RagBadge, Reading, RouterLink, Symbols],
  templateUrl: './moderation-page.html',
  styles: '.same { font-weight: 700; } .same span { font-weight: 450; color: var(--att-text-secondary); } .cross { width: auto; } .cross td { min-width: 7rem; }',
})
export class ModerationPage {
  private readonly api = inject(InsightApi);
  private readonly router = inject(Router);
  protected readonly session = inject(Session);

  readonly roundId = input.required<string>();
  /** The whole return unless one is chosen. */
  readonly standard = input<string>();

  protected readonly round = this.api.round(this.roundId);
  protected readonly positions = this.api.positions(this.roundId, signal({}));
  protected readonly standards = computed(() => (this.positions.hasValue() ? agreements(this.positions.value()).filter(({ moderated }) => moderated > 0) : []));
  protected readonly options = computed(() => this.standards().filter(({ key }) => key !== '').map(({ key, label }) => ({ key, label })));
  protected readonly chosen = computed(() => this.standards().find(({ key }) => key === (this.standard() ?? '')) ?? this.standards()[0] ?? null);
  protected readonly rows = computed(() => (this.positions.hasValue() && this.chosen() ? moderatedRows(this.positions.value(), this.chosen()!.key) : []));
  protected readonly apart = computed(() => this.rows().filter((row) => gapOf(row) !== 0));
  protected readonly levels = computed(() => (this.positions.hasValue() ? this.positions.value().levels : []));
  protected readonly cross = computed(() => crosstab(this.rows(), this.levels()));
  protected readonly title = computed(() => moderationTitle(agreementIn(this.rows())));
  protected readonly draw = computed(() => {
    const [rows, levels] = [dumbbells(this.apart()), this.levels()];
    return (width: number) => layoutDumbbell(rows, levels, width);
  });
  protected readonly picture = computed(() => this.draw()(720));
  protected readonly subtitle = computed(() => `${this.chosen()?.label ?? ''}: self rating and moderated rating of each organisation that was moderated; ${this.positions.hasValue() ? `${this.positions.value().round.name}${this.positions.value().provisional ? ' [p]' : ''}` : ''}`);
  protected readonly gapInWords = gapInWords;
  protected readonly oneDecimal = oneDecimal;

  protected choose(standard: string | null): void {
    void this.router.navigate([], { queryParams: { standard }, queryParamsHandling: 'merge' });
  }
}
