import { Component, computed, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import { deedKindWords, deedKinds } from '@attest/domain/trail';
import type { TrailFilters } from '@attest/shared/client';
import { DAY_HINT, DayInput, Field, FilterBar, FilterSelect, Icon, isoFrom } from '@attest/shared/ui';

/** What part of the trail is shown. The address holds it, so that it can be sent to somebody and Back works. */
@Component({
  selector: 'att-trail-filters',
  imports: [DayInput, Field, FilterBar, FilterSelect, Icon],
  templateUrl: './trail-filters.html',
  styles: `
    att-field { margin-bottom: 0; }
    .only { display: flex; flex-wrap: wrap; gap: 8px; grid-column: 1 / -1; margin: 0; padding: 0; list-style: none; }
    .only:empty { display: none; }
  `,
})
export class TrailFiltersForm {
  private readonly router = inject(Router);
  readonly filters = input.required<TrailFilters>();
  readonly names = input.required<{ readonly person: string; readonly organisation: string }>();

  protected readonly kinds = deedKinds.map((key) => ({ key, label: deedKindWords[key] }));
  protected readonly outcomes = [{ key: 'done', label: 'Done' }, { key: 'refused', label: 'Tried and refused' }];
  protected readonly active = computed(() => Object.entries(this.filters()).some(([name, value]) => name !== 'before' && value));

  protected readonly dayHint = DAY_HINT;
  /** By field. */
  protected readonly wrong = signal<Readonly<Record<string, string>>>({});

  protected chooseDay(which: 'from' | 'to', day: string): void {
    const isDay = day === '' || isoFrom(day) !== null;
    this.wrong.update((before) => ({ ...before, [which]: isDay ? '' : 'Enter a real day.' }));
    if (isDay) this.choose({ [which]: day || null });
  }

  protected choose(change: Partial<Record<keyof TrailFilters, string | null>>): void {
    void this.router.navigate([], { queryParams: { ...change, before: null }, queryParamsHandling: 'merge' });
  }

  protected clear(): void {
    void this.router.navigate([], { queryParams: {} });
  }
}
