import { Component, computed, inject, input, output } from '@angular/core';
import type { ChosenOrganisations } from '@attest/shared/client';
import { FilterSelect } from '@attest/shared/ui';
import { Reading } from '@attest/shared/web';
import { ExportsApi } from '../exports-api';
import { countInWords, optionsIn, withinFilters } from './narrowing';
import { OrganisationPicker } from './organisation-picker';

export type Narrowing = { readonly [Key in keyof ChosenOrganisations]?: ChosenOrganisations[Key] | string | null };

/** Which organisations of the round a file is about: by area, phase and the like, and by name. */
@Component({
  selector: 'att-organisations-choice',
  imports: [FilterSelect, OrganisationPicker, Reading],
  template: `
    <div class="filters">
      <att-filter-select label="Area" open="All areas" [options]="options().areas" [value]="filters().areaId" (chosen)="narrowed.emit({ areaId: $event })" />
      @if (schools()) {
        <att-filter-select label="Phase" open="All phases" [options]="options().groups" [value]="filters().phase" (chosen)="narrowed.emit({ phase: $event })" />
        <att-filter-select label="Type" open="All types" [options]="options().types" [value]="filters().type" (chosen)="narrowed.emit({ type: $event })" />
      } @else { <att-filter-select label="Sector" open="All sectors" [options]="options().groups" [value]="filters().sector" (chosen)="narrowed.emit({ sector: $event })" /> }
    </div>
    <label class="att-choice att-choice--bare"><input #byName type="checkbox" [checked]="filters().organisationIds !== undefined" (change)="narrowed.emit({ organisationIds: byName.checked ? [] : null })" />Choose organisations by name</label>
    <att-reading [of]="all" />
    @if (all.hasValue()) {
      @if (filters().organisationIds; as chosen) {
        <fieldset id="organisations" [attr.aria-describedby]="error() ? 'organisations-error' : null">
          <legend class="att-visually-hidden">Organisations by name</legend>
          @if (error()) { <p class="error" id="organisations-error"><span class="att-visually-hidden">Error: </span>{{ error() }}</p> }
          <att-organisation-picker [organisations]="within()" [chosen]="chosen" (picked)="narrowed.emit({ organisationIds: inRound($event) })" />
        </fieldset>
      } @else if (error()) { <p class="error" id="organisations" tabindex="-1">{{ error() }}</p> }
      <p class="count" role="status">{{ count() }}</p>
    }
  `,
  styles: `
    :host { display: block; }
    .filters { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 13rem), 1fr)); gap: 16px; margin: 16px 0; }
    fieldset { margin: 8px 0 16px; }
    .error { margin: 0 0 8px; color: var(--att-error); font-weight: 650; }
    .count { margin: 8px 0 24px; font-weight: 650; }
  `,
})
export class OrganisationsChoice {
  readonly roundId = input.required<string>();
  readonly filters = input.required<ChosenOrganisations>();
  readonly schools = input(false);
  readonly error = input('');
  readonly narrowed = output<Narrowing>();

  protected readonly all = inject(ExportsApi).organisations(this.roundId);
  private readonly known = computed(() => (this.all.hasValue() ? this.all.value() : []));
  protected readonly options = computed(() => optionsIn(this.known()));
  protected readonly within = computed(() => withinFilters(this.known(), this.filters()));
  /** What was saved for another round may name organisations that this one lacks. */
  protected readonly inRound = (ids: readonly string[]) => ids.filter((id) => this.known().some((one) => one.id === id));
  protected readonly count = computed(() => countInWords(this.known(), this.filters()));
}
