import { Component, computed, input } from '@angular/core';
import type { ReceiptView } from '@attest/shared/client';
import { Movement, RagBadge } from '@attest/shared/ui';
import { Why } from '@attest/shared/web';

/** The whole return in one place: the level, how it came about, last year, the peers, and how many of each. */
@Component({
  selector: 'att-overall-result',
  imports: [Movement, RagBadge, Why],
  templateUrl: './overall-result.html',
  styleUrl: './overall-result.scss',
})
export class OverallResult {
  readonly receipt = input.required<ReceiptView>();
  protected readonly overall = computed(() => this.receipt().overall);
  protected readonly counts = computed(() => this.receipt().scale.map((level) => ({ level, count: this.receipt().levels[level.key] ?? 0 })));
  /** Why there is nothing to compare with, where there is not. */
  protected readonly without = computed(() => {
    const { lastRoundName } = this.receipt();
    if (!lastRoundName) return 'There is no earlier return to compare with.';
    return this.overall().last ? 'There is no movement to show.' : `${lastRoundName} was rated on another scale or not at all, so movement is not shown.`;
  });
}
