import { Component, computed, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { Phase, Sector } from '@attest/domain/questionnaire';
import type { InsightFilters, QuestionHeatmapFilters } from '@attest/shared/client';
import { EmptyState, FilterSelect, Paging } from '@attest/shared/ui';
import { Page, Reading } from '@attest/shared/web';
import { ComparePlaces } from '../compare-places';
import { InsightApi } from '../insight-api';
import { InsightFiltersForm } from '../insight-filters';
import { QuestionHeatmap } from '../heatmap/question-heatmap';

/** One round, question by question, fifty organisations a page. */
@Component({
  selector: 'att-questions-page',
  imports: [ComparePlaces, EmptyState, FilterSelect, InsightFiltersForm, Page, Paging, QuestionHeatmap, Reading],
  templateUrl: './questions-page.html',
})
export class QuestionsPage {
  private readonly api = inject(InsightApi);
  private readonly router = inject(Router);

  readonly roundId = input.required<string>();
  readonly standard = input<string>();
  readonly areaId = input<string>();
  readonly phase = input<Phase>();
  readonly sector = input<Sector>();
  readonly type = input<string>();
  readonly sort = input<QuestionHeatmapFilters['sort']>();
  readonly page = input<string>();
  /** `concern`: only those with an answer that does not meet its question. */
  readonly show = input<QuestionHeatmapFilters['show']>();

  protected readonly filters = computed<InsightFilters>(() => ({ areaId: this.areaId(), phase: this.phase(), sector: this.sector(), type: this.type() }));
  protected readonly round = this.api.round(this.roundId);
  protected readonly kind = computed(() => (this.round.hasValue() ? this.round.value().template.audience : 'school'));
  protected readonly everybody = this.api.responseRates(this.roundId, signal({}));
  protected readonly heatmap = this.api.questionHeatmap(this.roundId, computed(() => ({ ...this.filters(), standard: this.standard(), show: this.show(), sort: this.sort(), page: this.page() })));
  protected readonly standards = computed(() => (this.heatmap.hasValue() ? this.heatmap.value().standards.map(({ key, ref, title }) => ({ key, label: `${ref} ${title}` })) : []));
  protected readonly rowChoices = [{ key: 'concern', label: 'Below the standard' }];

  protected choose(change: Record<string, string | null>): void {
    void this.router.navigate([], { queryParams: change, queryParamsHandling: 'merge' });
  }
}
