import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { standingWords } from '@attest/domain/actions';
import type { StandingCount } from '@attest/shared/client';

/** How many stand how; each count leads to those. What nobody has is left out. */
@Component({
  selector: 'att-action-counts',
  imports: [RouterLink],
  template: `
    <ul class="att-list" aria-label="Actions by how they stand">
      @for (one of shown(); track one.standing) {
        <li><a routerLink="/actions" [queryParams]="{ standing: one.standing }" queryParamsHandling="merge" [attr.aria-current]="one.standing === chosen() ? 'true' : null"><strong>{{ one.count }}</strong> {{ one.words }}</a></li>
      }
      @if (chosen()) { <li><a routerLink="/actions" [queryParams]="{ standing: null }" queryParamsHandling="merge">Show all</a></li> }
    </ul>
  `,
  styles: `
    ul { display: flex; flex-wrap: wrap; gap: 8px 24px; margin: 0 0 20px; }
    a { display: inline-block; padding: 4px 0; }
    strong { font-size: 1.25rem; font-variant-numeric: tabular-nums; }
    a[aria-current] { font-weight: 650; text-decoration-thickness: 3px; }
  `,
})
export class ActionCounts {
  readonly counts = input.required<readonly StandingCount[]>();
  readonly chosen = input<string | undefined>();
  protected readonly shown = computed(() => this.counts().filter(({ count }) => count > 0).map((one) => ({ ...one, words: standingWords[one.standing].toLowerCase() })));
}
