import { Component, computed, input } from '@angular/core';
import type { DistributionView, LevelView } from '@attest/shared/client';
import { outsideInWords, sharesOf } from './distribution';

/** How answers spread over the levels, as one bar of a hundred per cent; the counts are beside it in words. */
@Component({
  selector: 'att-distribution-bar',
  template: `
    @if (of().base > 0) {
      <div class="bar" aria-hidden="true">
        @for (share of shares(); track share.level.key) {
          @if (share.count > 0) { <span class="part {{ share.level.colour }}" [style.flex-grow]="share.count">{{ share.narrow ? '' : share.count }}</span> }
        }
      </div>
      <ul>
        @for (share of shares(); track share.level.key) {
          <li [class.zero]="share.count === 0">{{ share.level.word }} <span class="letter">({{ share.level.letter }})</span>&ngsp;<strong>{{ share.count }}</strong>@if (share.count > 0) {, {{ share.percent }}%}</li>
        }
      </ul>
    } @else {
      <p class="nobody">Nobody has answered this yet.</p>
    }
    @if (outside()) { <p class="outside">{{ outside() }}</p> }
  `,
  styleUrl: './distribution-bar.scss',
  host: { '[class.att-four-levels]': 'fourLevels()' },
})
export class DistributionBar {
  readonly levels = input.required<readonly LevelView[]>();
  readonly of = input.required<DistributionView>();

  protected readonly shares = computed(() => sharesOf(this.levels(), this.of()));
  protected readonly outside = computed(() => outsideInWords(this.of()));
  protected readonly fourLevels = computed(() => this.levels().some(({ colour }) => colour === 'blue'));
}
