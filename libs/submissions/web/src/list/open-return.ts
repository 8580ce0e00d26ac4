import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { SubmissionSummary } from '@attest/shared/client';
import { DatePipe, DaysLeftPipe, Progress, Tag } from '@attest/shared/ui';
import { CarriedLine } from '@attest/shared/web';

/** A return that waits: when it is due, how far it has come, and the way in. */
@Component({
  selector: 'att-open-return',
  imports: [CarriedLine, DatePipe, DaysLeftPipe, Progress, RouterLink, Tag],
  templateUrl: './open-return.html',
  styles: `
    article { display: grid; gap: 12px; }
    article > * { margin: 0; }
    .due { display: flex; flex-wrap: wrap; gap: 4px 12px; align-items: center; }
    att-progress { max-width: 26rem; }
  `,
})
export class OpenReturn {
  readonly summary = input.required<SubmissionSummary>();
  /** The one that waits most has the page's one primary button. */
  readonly first = input(false);

  protected readonly tone = computed(() => {
    const { daysLeft } = this.summary();
    return daysLeft < 0 ? 'problem' : daysLeft <= 14 ? 'attention' : 'plain';
  });
  private readonly complete = computed(() => this.summary().answered >= this.summary().required && this.summary().required > 0);
  protected readonly action = computed(() => {
    const { moves, state } = this.summary();
    if (this.complete() && moves.includes('submit')) return { word: 'Check and submit', way: ['check'] };
    if (state === 'signing' || (this.complete() && moves.includes('sign'))) return { word: moves.includes('sign') ? 'Check and sign' : 'See who has signed', way: ['sign'] };
    if (!moves.includes('answer')) return { word: 'View', way: [] };
    return { word: state === 'not-started' ? 'Start' : 'Continue', way: [] };
  });
}
