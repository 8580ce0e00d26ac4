import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { DatePipe, EmptyState, Tag } from '@attest/shared/ui';
import { Page, Session } from '@attest/shared/web';
import { InsightApi } from '../insight-api';

/** Of which round. */
@Component({
  selector: 'att-findings-rounds-page',
  imports: [DatePipe, EmptyState, Page, RouterLink, Tag],
  template: `
    <att-page heading="Findings" lead="What matters in a round, in sentences that each lead to their evidence." [of]="rounds">
      @if (session.can('insight.words')) {
        <a attActions class="att-button" routerLink="/findings/themes">Themes</a>
        <a attActions class="att-button" routerLink="/findings/good-practice">Good practice</a>
      }
      @if (rounds.hasValue()) {
        <ul class="att-list">
          @for (round of opened(); track round.id) {
            <li class="att-card">
              <h2><a [routerLink]="['/findings', round.id]">{{ round.name }}</a></h2>
              <p><att-tag [tone]="round.state === 'open' ? 'open' : 'quiet'">{{ round.state === 'open' ? 'Open' : 'Closed' }}</att-tag> Due {{ round.dueOn | attDate }}.</p>
            </li>
          } @empty {
            <li><att-empty-state heading="There is nothing to find yet" text="Findings appear here once the business unit has opened a round and the first returns arrive." /></li>
          }
        </ul>
      }
    </att-page>
  `,
  styles: 'att-tag { margin-right: 6px; } .att-card { margin-bottom: 12px; padding-block: 16px; } h2 { margin: 0 0 8px; font-size: 1.1875rem; } p { margin: 0; }',
})
export class FindingsRoundsPage {
  protected readonly session = inject(Session);
  protected readonly rounds = inject(InsightApi).rounds();
  protected readonly opened = computed(() => (this.rounds.hasValue() ? this.rounds.value().filter(({ state }) => state !== 'draft') : []));
}
