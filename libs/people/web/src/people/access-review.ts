import { Component, computed, input, output } from '@angular/core';
import type { ReviewView } from '@attest/shared/client';
import { DatePipe, Notice } from '@attest/shared/ui';
import { REVIEW_DAYS, isOld } from './people-words';

/** Whether somebody has looked the list over lately, and the way to say so. */
@Component({
  selector: 'att-access-review',
  imports: [DatePipe, Notice],
  template: `
    <att-notice [tone]="due() ? 'warning' : 'info'">
      @if (review(); as last) { <p>Last looked over on {{ last.at | attDate }} by {{ last.by }}.@if (due()) { That is more than {{ days }} days ago.}</p> }
      @else { <p>Nobody has looked this list over yet.</p> }
      <p class="ask">Is everybody here still with you, and in the right role? Remove or change who is not, then confirm.</p>
      <button type="button" class="att-button att-button--small" (click)="confirmed.emit()">Confirm that this list is right</button>
    </att-notice>
  `,
  styles: ':host { display: block; margin-bottom: 28px; } p { margin-bottom: 8px; }',
})
export class AccessReview {
  readonly review = input.required<ReviewView | null>();
  readonly confirmed = output();
  protected readonly days = REVIEW_DAYS;
  protected readonly due = computed(() => {
    const last = this.review();
    return !last || isOld(last.at, new Date());
  });
}
