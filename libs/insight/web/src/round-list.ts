import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { RoundView } from '@attest/shared/client';
import { DatePipe, Tag } from '@attest/shared/ui';

/** Rounds that have been opened, each leading to a view of it. What stands inside is shown where there is none. */
@Component({
  selector: 'att-round-list',
  imports: [DatePipe, RouterLink, Tag],
  template: `
    <ul class="att-list">
      @for (round of opened(); track round.id) {
        <li class="att-card">
          <h2><a [routerLink]="[at(), round.id]">{{ round.name }}</a></h2>
          <p>
            <att-tag [tone]="round.state === 'open' ? 'open' : 'quiet'">{{ round.state === 'open' ? 'Open' : 'Closed' }}</att-tag>
            @if (returns() && round.submitted !== null && round.denominator !== null) { {{ round.submitted }} of {{ round.denominator }} submitted. }
            Due {{ round.dueOn | attDate }}.
          </p>
        </li>
      } @empty {
        <li><ng-content /></li>
      }
    </ul>
  `,
  styles: 'att-tag { margin-right: 6px; } .att-card { margin-bottom: 12px; padding-block: 16px; } h2 { margin: 0 0 8px; font-size: 1.1875rem; } p { margin: 0; }',
})
export class RoundList {
  readonly rounds = input.required<readonly RoundView[]>();
  /** The address its views stand under. */
  readonly at = input.required<string>();
  /** Whether each says how many have returned. */
  readonly returns = input(false);
  protected readonly opened = computed(() => openedOf(this.rounds()));
}

export const openedOf = (rounds: readonly RoundView[]): RoundView[] => rounds.filter(({ state }) => state !== 'draft');
