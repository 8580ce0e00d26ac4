import { Component, computed, effect, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { DatePipe, EmptyState, Tag } from '@attest/shared/ui';
import { Page } from '@attest/shared/web';
import { InsightApi } from './insight-api';

/** Which round to look at. Where there is only one, it opens by itself. */
@Component({
  selector: 'att-compare-rounds-page',
  imports: [DatePipe, EmptyState, Page, RouterLink, Tag],
  template: `
    <att-page heading="Compare" lead="Where organisations are strong and weak, standard by standard." [of]="rounds">
      @if (rounds.hasValue()) {
        <ul class="att-list">
          @for (round of opened(); track round.id) {
            <li class="att-card">
              <h2><a [routerLink]="['/compare', round.id]">{{ round.name }}</a></h2>
              <p>
                <att-tag [tone]="round.state === 'open' ? 'open' : 'quiet'">{{ round.state === 'open' ? 'Open' : 'Closed' }}</att-tag>
                @if (round.submitted !== null && round.denominator !== null) { {{ round.submitted }} of {{ round.denominator }} submitted. }
                Due {{ round.dueOn | attDate }}.
              </p>
            </li>
          } @empty {
            <li><att-empty-state heading="There is nothing to compare yet" text="Results appear here once the business unit has opened a round and the first returns arrive." /></li>
          }
        </ul>
      }
    </att-page>
  `,
  styles: 'att-tag { margin-right: 6px; } .att-card { margin-bottom: 12px; padding-block: 16px; } h2 { margin: 0 0 8px; font-size: 1.1875rem; } p { margin: 0; }',
})
export class CompareRoundsPage {
  private readonly router = inject(Router);
  protected readonly rounds = inject(InsightApi).rounds();
  protected readonly opened = computed(() => (this.rounds.hasValue() ? this.rounds.value().filter(({ state }) => state !== 'draft') : []));

  constructor() {
    effect(() => {
      const [only, more] = this.opened();
      if (only && !more) void this.router.navigate(['/compare', only.id], { replaceUrl: true });
    });
  }
}
