import { Component, computed, input } from '@angular/core';
import type { ReceiptView } from '@attest/shared/client';
import { Movement, RagBadge } from '@attest/shared/ui';
import { bandInWords, isSuppressed } from './result-words';

/** Each section beside last year and the peers. A table that becomes a list where it would not fit. */
@Component({
  selector: 'att-section-results',
  imports: [Movement, RagBadge],
  templateUrl: './section-results.html',
  styleUrl: './section-results.scss',
})
export class SectionResults {
  readonly receipt = input.required<ReceiptView>();
  protected readonly suppressed = computed(() => this.receipt().sections.some(isSuppressed));
  protected readonly compared = computed(() => this.receipt().sections.some(({ last }) => last !== null));
  protected readonly band = bandInWords;
}
