import { Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { Field, FieldInput, FilterBar, FilterSelect, Icon } from '@attest/shared/ui';
import type { OrganisationFilters } from '@attest/shared/client';
import { areas } from './areas';
import { kindOptions, phaseOptions, sectorOptions, statusOptions } from './organisation-words';

/** What part of the register is shown. The address holds it, so that it can be sent to somebody and Back works. */
@Component({
  selector: 'att-organisation-filters',
  imports: [Field, FieldInput, FilterBar, FilterSelect, Icon],
  templateUrl: './organisation-filters.html',
  styles: '.search { display: flex; gap: 8px; } .search input { min-width: 0; } att-field { margin-bottom: 0; }',
})
export class OrganisationFiltersForm {
  private readonly router = inject(Router);
  readonly filters = input.required<OrganisationFilters>();

  protected readonly areas = areas();
  protected readonly areaOptions = computed(() => (this.areas.hasValue() ? this.areas.value().map(({ id, name }) => ({ key: id, label: name })) : []));
  protected readonly options = { kinds: kindOptions, phases: phaseOptions, sectors: sectorOptions, statuses: statusOptions };
  protected readonly active = computed(() => Object.entries(this.filters()).some(([name, value]) => name !== 'page' && value));

  protected choose(change: Partial<OrganisationFilters> | Record<string, string | null>): void {
    void this.router.navigate([], { queryParams: { ...change, page: null }, queryParamsHandling: 'merge' });
  }

  /** Schools have phases and agencies sectors: what no longer fits goes. */
  protected chooseKind(kind: string | null): void {
    this.choose({ kind, ...(kind === 'school' && { sector: null }), ...(kind === 'agency' && { phase: null }) });
  }

  protected clear(): void {
    void this.router.navigate([], { queryParams: {} });
  }
}
