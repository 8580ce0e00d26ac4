import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { DatePipe, EmptyState } from '@attest/shared/ui';
import { Page } from '@attest/shared/web';
import { PublishedApi } from './published-api';

/** Rounds whose figures have been published to whoever reads this. */
@Component({
  selector: 'att-published-rounds-page',
  imports: [DatePipe, EmptyState, Page, RouterLink],
  template: `
    <att-page heading="Published figures" [of]="rounds">
      @if (rounds.hasValue()) {
        <ul class="att-list">
          @for (one of rounds.value(); track one.round.id) {
            <li class="att-card"><h2><a [routerLink]="['/published', one.round.id]">{{ one.round.name }}</a></h2><p>Published {{ one.publishedAt | attDate }}</p></li>
          } @empty {
            <li><att-empty-state heading="No figures have been published yet" text="After a round has closed, the business unit publishes how everyone did. It appears here for those who took part." /></li>
          }
        </ul>
      }
    </att-page>
  `,
  styles: 'ul { display: grid; gap: 16px; max-width: 66ch; } h2 { margin: 0 0 4px; } p { margin: 0; }',
})
export class PublishedRoundsPage {
  protected readonly rounds = inject(PublishedApi).rounds();
}
