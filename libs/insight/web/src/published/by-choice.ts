import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PublishedView } from '@attest/shared/client';

/** One breakdown at a time, as the addresses of one page. */
@Component({
  selector: 'att-by-choice',
  imports: [RouterLink],
  template: `
    @if (offered().length > 1) {
      <nav aria-label="Break down">
        <ul class="att-list">
          @for (one of offered(); track one.label) {
            <li><a class="att-button att-button--small" [attr.aria-current]="one.by === by() ? 'true' : null" routerLink="." [queryParams]="{ by: one.by ?? null }">{{ one.label }}</a></li>
          }
        </ul>
      </nav>
    }
    @if (view().areas.length === 0 || view().groups.length === 0) { <p class="att-secondary">{{ missing() }}</p> }
  `,
  styles: `
    ul { display: flex; flex-wrap: wrap; gap: 8px; margin: 24px 0 16px; }
    [aria-current='true'] { background: var(--att-primary-soft); color: var(--att-on-primary-soft); box-shadow: inset 0 -3px var(--att-primary); }
  `,
})
export class ByChoice {
  readonly view = input.required<PublishedView>();
  readonly by = input<'group' | 'area'>();

  protected readonly offered = computed(() => [
    { by: undefined, label: 'All together' },
    ...(this.view().groups.length > 0 ? [{ by: 'group' as const, label: 'By peer group' }] : []),
    ...(this.view().areas.length > 0 ? [{ by: 'area' as const, label: 'By area' }] : []),
  ]);
  protected readonly missing = computed(() => {
    const left = [...(this.view().groups.length === 0 ? ['peer group'] : []), ...(this.view().areas.length === 0 ? ['area'] : [])];
    return `Figures by ${left.join(' and by ')} would be about too few organisations, or there is only one.`;
  });
}
