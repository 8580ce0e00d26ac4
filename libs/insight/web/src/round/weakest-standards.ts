import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { meetsRate } from '@attest/domain/measures';
import type { InsightFilters, LevelView, StandardView } from '@attest/shared/client';
import { asWeak, weakest } from '../heatmap/heatmap-summary';

/** Where to look first, in one line. */
@Component({
  selector: 'att-weakest-standards',
  imports: [RouterLink],
  template: `
    @if (first().length > 0) {
      <p><strong>Weakest first:</strong></p>
      <ol>
        @for (standard of first(); track standard.key) {
          <li>
            @if (leads()) { <a [routerLink]="['/compare', roundId(), 'standards', standard.key]" [queryParams]="filters()">{{ standard.ref }} {{ standard.title }}</a> }
            @else { {{ standard.ref }} {{ standard.title }} }
            <span class="meets">{{ meets(standard) }}</span>
          </li>
        }
      </ol>
      @if (asWeak(); as more) { <p class="more">And {{ more }} more at the same percentage as the last of these.</p> }
    }
  `,
  styles: '.meets { margin-left: 6px; color: var(--att-text-secondary); } p { margin: 0; } .more { margin-bottom: 16px; color: var(--att-text-secondary); } ol { display: flex; flex-wrap: wrap; gap: 0 2.5rem; margin: 0 0 16px; padding-left: 1.25rem; }',
})
export class WeakestStandards {
  readonly standards = input.required<readonly StandardView[]>();
  readonly levels = input.required<readonly LevelView[]>();
  readonly roundId = input.required<string>();
  readonly filters = input<InsightFilters>({});
  readonly leads = input(false);

  protected readonly first = computed(() => weakest(this.standards()));
  protected readonly asWeak = computed(() => asWeak(this.standards(), this.first()));

  protected meets(standard: StandardView): string {
    const { percentage, base } = meetsRate(standard, this.levels());
    return `${percentage}% of ${base} meet it`;
  }
}
