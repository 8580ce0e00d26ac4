import { httpResource } from '@angular/common/http';
import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PublishedRound } from '@attest/shared/client';
import { DatePipe } from '@attest/shared/ui';

/** Rounds this person took part in whose figures have been published. Nothing is drawn where there is none. */
@Component({
  selector: 'att-home-published',
  imports: [DatePipe, RouterLink],
  template: `
    @if (rounds.hasValue() && rounds.value().length > 0) {
      <h2>How everyone did</h2>
      <ul class="att-list">
        @for (one of rounds.value(); track one.round.id) { <li><a [routerLink]="['/published', one.round.id]">{{ one.round.name }}</a>&ngsp;<span class="att-secondary">published {{ one.publishedAt | attDate }}</span></li> }
      </ul>
    }
  `,
  styles: 'li { padding: 6px 0; }',
})
export class HomePublished {
  protected readonly rounds = httpResource<PublishedRound[]>(() => '/api/published');
}
