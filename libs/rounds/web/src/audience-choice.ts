import { Component, computed, input, model } from '@angular/core';
import { phaseWords, phases, sectorWords, sectors, type OrganisationKind } from '@attest/domain/questionnaire';
import type { AreaView, Audience } from '@attest/shared/client';
import { LimitChoice } from './limit-choice';

/** Everybody, unless something is ticked: areas, and phases and types of schools or sectors of agencies. */
@Component({
  selector: 'att-audience-choice',
  imports: [LimitChoice],
  template: `
    @for (limit of limits(); track limit.key) {
      <att-limit-choice [legend]="limit.legend" [all]="limit.all" [options]="limit.options" [chosen]="audience()[limit.key]" (chosenChange)="limitTo(limit.key, $event)" />
    }
  `,
  styles: ':host { display: block; }',
})
export class AudienceChoice {
  readonly kind = input.required<OrganisationKind>();
  readonly areas = input.required<readonly AreaView[]>();
  readonly types = input.required<readonly string[]>();
  readonly audience = model.required<Audience>();

  protected readonly limits = computed(() => {
    const areas = { key: 'areaIds' as const, legend: 'Areas', all: 'all areas', options: this.areas().map(({ id, name }) => ({ key: id, label: name })) };
    if (this.kind() === 'agency') {
      return [areas, { key: 'sectors' as const, legend: 'Sectors', all: 'all sectors', options: sectors.map((key) => ({ key, label: sectorWords[key] })) }];
    }
    return [
      areas,
      { key: 'phases' as const, legend: 'Phases', all: 'all phases', options: phases.map((key) => ({ key, label: phaseWords[key] })) },
      { key: 'types' as const, legend: 'Types of school', all: 'all types', options: this.types().map((key) => ({ key, label: key })) },
    ];
  });

  protected limitTo(key: keyof Audience, chosen: readonly string[]): void {
    this.audience.update((audience) => ({ ...audience, [key]: chosen }));
  }
}
