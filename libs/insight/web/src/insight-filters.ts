import { Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import type { OrganisationKind } from '@attest/domain/questionnaire';
import type { InsightFilters, RateRow, ResponseRatesView } from '@attest/shared/client';
import { FilterBar, FilterSelect } from '@attest/shared/ui';

/** Which organisations are looked at. Only what the round has can be chosen. */
@Component({
  selector: 'att-insight-filters',
  imports: [FilterBar, FilterSelect],
  template: `
    <att-filter-bar label="Filter the organisations" [active]="active()" (cleared)="choose({ areaId: null, phase: null, sector: null, type: null })">
      <att-filter-select label="Area" open="All areas" [options]="options().areas" [value]="filters().areaId" (chosen)="choose({ areaId: $event })" />
      @if (kind() === 'school') {
        <att-filter-select label="Phase" open="All phases" [options]="options().groups" [value]="filters().phase" (chosen)="choose({ phase: $event })" />
        <att-filter-select label="Type" open="All types" [options]="options().types" [value]="filters().type" (chosen)="choose({ type: $event })" />
      } @else {
        <att-filter-select label="Sector" open="All sectors" [options]="options().groups" [value]="filters().sector" (chosen)="choose({ sector: $event })" />
      }
      <ng-content />
    </att-filter-bar>
  `,
})
export class InsightFiltersForm {
  private readonly router = inject(Router);
  readonly filters = input.required<InsightFilters>();
  readonly kind = input.required<OrganisationKind>();
  /** Response rates of the whole round, which know every area, group and type there is. */
  readonly all = input<ResponseRatesView | null>(null);

  protected readonly active = computed(() => Object.values(this.filters()).some(Boolean));
  protected readonly options = computed(() => ({ areas: toOptions(this.all()?.byArea), groups: toOptions(this.all()?.byGroup), types: toOptions(this.all()?.byType) }));

  protected choose(change: Record<string, string | null>): void {
    void this.router.navigate([], { queryParams: { ...change, page: null }, queryParamsHandling: 'merge' });
  }
}

const toOptions = (rows: readonly RateRow[] = []) => rows.filter(({ key }) => key).map(({ key, label }) => ({ key, label }));
