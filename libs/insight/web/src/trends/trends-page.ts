import { Component, computed, effect, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { RoundView } from '@attest/shared/client';
import { EmptyState } from '@attest/shared/ui';
import { Page } from '@attest/shared/web';
import { InsightApi } from '../insight-api';

/** Which rounds that followed one another to look at. Where there is only one row of them, it opens by itself. */
@Component({
  selector: 'att-trends-page',
  imports: [EmptyState, Page, RouterLink],
  template: `
    <att-page heading="Trends" lead="How standards and questions went over the years, with what changed in between." [of]="rounds">
      @if (rounds.hasValue()) {
        <ul class="att-list">
          @for (row of rows(); track row.newest.id) {
            <li class="att-card">
              <h2><a [routerLink]="['/trends', row.newest.id]">{{ row.newest.name }}</a></h2>
              <p>{{ row.years === 1 ? 'The first of its kind: there is nothing before it yet.' : 'With ' + (row.years - 1) + ' before it, since ' + row.oldest.name + '.' }}</p>
            </li>
          } @empty {
            <li><att-empty-state heading="There is nothing to follow yet" text="Trends appear here once two rounds have followed one another." /></li>
          }
        </ul>
      }
    </att-page>
  `,
  styles: '.att-card { margin-bottom: 12px; padding-block: 16px; } h2 { margin: 0 0 8px; font-size: 1.1875rem; } p { margin: 0; }',
})
export class TrendsPage {
  private readonly router = inject(Router);
  protected readonly rounds = inject(InsightApi).rounds();
  protected readonly rows = computed(() => (this.rounds.hasValue() ? inRows(this.rounds.value()) : []));

  constructor() {
    effect(() => {
      const [only, more] = this.rows();
      if (only && !more) void this.router.navigate(['/trends', only.newest.id], { replaceUrl: true });
    });
  }
}

/** Rounds that no other follows, each with those before it. */
export function inRows(rounds: readonly RoundView[]): { readonly newest: RoundView; readonly oldest: RoundView; readonly years: number }[] {
  const opened = rounds.filter(({ state }) => state !== 'draft');
  const byId = new Map(opened.map((round) => [round.id, round]));
  const followed = new Set(opened.map(({ previousRound }) => previousRound?.id));
  return opened.filter(({ id }) => !followed.has(id)).map((newest) => {
    const way = [newest];
    for (let next = byId.get(newest.previousRound?.id ?? ''); next && !way.includes(next); next = byId.get(next.previousRound?.id ?? '')) way.push(next);
    return { newest, oldest: way.at(-1)!, years: way.length };
  });
}
