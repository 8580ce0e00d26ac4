import { Component, computed, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { Phase, Sector } from '@attest/domain/questionnaire';
import type { HeatmapFilters, InsightFilters } from '@attest/shared/client';
import { EmptyState, FilterSelect, Notice, Paging } from '@attest/shared/ui';
import { Page, Reading, Session } from '@attest/shared/web';
import { ComparePlaces } from '../compare-places';
import { Downloads } from './downloads';
import { FiguresExplained } from './figures-explained';
import { Heatmap } from '../heatmap/heatmap';
import { modeOf, modes } from '../heatmap/heatmap-modes';
import { InsightApi } from '../insight-api';
import { InsightFiltersForm } from '../insight-filters';
import { ResponseRates } from './response-rates';
import { WeakestStandards } from './weakest-standards';

/** One round: who has returned, and how they stand, organisation by standard. */
@Component({
  selector: 'att-compare-page',
  imports: [ComparePlaces, Downloads, EmptyState, FiguresExplained, FilterSelect, Heatmap, InsightFiltersForm, Notice, Page, Paging, Reading, ResponseRates, WeakestStandards],
  templateUrl: './compare-page.html',
})
export class ComparePage {
  private readonly api = inject(InsightApi);
  private readonly router = inject(Router);
  protected readonly session = inject(Session);

  readonly roundId = input.required<string>();
  readonly areaId = input<string>();
  readonly phase = input<Phase>();
  readonly sector = input<Sector>();
  readonly type = input<string>();
  readonly sort = input<HeatmapFilters['sort']>();
  /** The same for a table of one page, which is put in order here. */
  readonly order = input<HeatmapFilters['sort']>();
  readonly page = input<string>();
  readonly show = input<string>();

  protected readonly filters = computed<InsightFilters>(() => ({ areaId: this.areaId(), phase: this.phase(), sector: this.sector(), type: this.type() }));
  protected readonly filtered = computed(() => Object.values(this.filters()).some(Boolean));
  protected readonly modes = modes;
  protected readonly mode = computed(() => modeOf(this.show()));
  protected readonly round = this.api.round(this.roundId);
  protected readonly kind = computed(() => (this.round.hasValue() ? this.round.value().template.audience : 'school'));
  protected readonly everybody = this.api.responseRates(this.roundId, signal({}));
  protected readonly rates = this.api.responseRates(this.roundId, this.filters);
  protected readonly heatmap = this.api.heatmap(this.roundId, computed(() => ({ ...this.filters(), sort: this.sort(), page: this.page(), layer: this.mode() === 'self' ? 'self' as const : undefined })));
  protected readonly heading = computed(() => (this.round.hasValue() ? this.round.value().name : 'Compare'));

  private readonly isWhole = computed(() => this.heatmap.hasValue() && this.heatmap.value().pages === 1);
  protected readonly sorting = computed(() => (this.isWhole() ? this.order() : undefined) ?? this.sort());

  protected choose(show: string | null): void {
    void this.router.navigate([], { queryParams: { show }, queryParamsHandling: 'merge' });
  }

  protected sortBy(sort: HeatmapFilters['sort']): void {
    const before = this.isWhole() ? this.sort() : undefined;
    const wanted = sort === (before ?? 'weakest') ? null : sort;
    void this.router.navigate([], { queryParams: this.isWhole() ? { order: wanted } : { sort: wanted, order: null, page: null }, queryParamsHandling: 'merge' });
  }
}
