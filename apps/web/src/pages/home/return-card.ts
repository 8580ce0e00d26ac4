import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { SubmissionSummary } from '@attest/shared/client';
import { DatePipe, DaysLeftPipe, Progress, Tag } from '@attest/shared/ui';
import { CarriedLine } from '@attest/shared/web';

/** One return that waits: how long there is, how much is left, and the way in. */
@Component({
  selector: 'att-return-card',
  imports: [CarriedLine, DatePipe, DaysLeftPipe, Progress, RouterLink, Tag],
  template: `
    <article class="att-card att-card--main">
      <h3>{{ of().round.name }}</h3>
      @if (named()) { <p>{{ of().organisation.name }}</p> }
      <p class="due">
        <span>Due {{ of().dueOn | attDate }}</span>
        <att-tag [tone]="tone()">{{ of().daysLeft | attDaysLeft }}</att-tag>
        @if (of().state === 'reopened') { <att-tag tone="attention">Sent back to you</att-tag> }
        @if (of().state === 'signing') { <att-tag tone="open">Being signed</att-tag> }
      </p>
      @if (of().daysLeft < 0) { <p>Returns are taken, as late, until {{ of().finalOn | attDate }}.</p> }
      <att-progress [answered]="of().answered" [required]="of().required" />
      @if (of().lastSavedAt; as saved) { <p class="att-secondary saved">Last saved {{ saved | attDate: 'time' }}</p> }
      <att-carried-line [of]="of()" />
      <p class="att-buttons">
        <a class="att-button" [class.att-button--primary]="first()" [routerLink]="way()">{{ word() }}<span class="att-visually-hidden">{{ of().round.name }}, {{ of().organisation.name }}</span></a>
      </p>
    </article>
  `,
  styleUrl: './home.scss',
  styles: '.saved, att-carried-line { margin: 8px 0 0; font-size: 1rem; } .att-buttons { margin-top: 16px; }',
})
export class ReturnCard {
  readonly of = input.required<SubmissionSummary>();
  /** The one that waits most has the page's one primary button. */
  readonly first = input.required<boolean>();
  /** Whether to say which organisation it is. */
  readonly named = input.required<boolean>();

  private readonly complete = computed(() => this.of().answered >= this.of().required && this.of().required > 0);
  /** Every answer is there, and it goes from one signature to the next. */
  private readonly signing = computed(() => this.of().state === 'signing' || (this.complete() && this.of().moves.includes('sign')));
  protected readonly tone = computed(() => (this.of().daysLeft < 0 ? 'problem' : this.of().daysLeft <= 14 ? 'attention' : 'plain'));
  protected readonly way = computed(() => {
    const submits = this.complete() && this.of().moves.includes('submit');
    return ['/returns', this.of().id, ...(submits ? ['check'] : this.signing() ? ['sign'] : [])];
  });
  protected readonly word = computed(() => {
    const { moves, state } = this.of();
    if (this.complete() && moves.includes('submit')) return 'Check and submit';
    if (this.signing()) return moves.includes('sign') ? 'Check and sign' : 'See who has signed';
    if (!moves.includes('answer')) return 'View';
    return state === 'not-started' ? 'Start' : 'Continue';
  });
}
