import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { BlockerView } from '@attest/shared/client';

/** What still stands in the way, each with the way to it. */
@Component({
  selector: 'att-blockers',
  imports: [RouterLink],
  template: `
    <section aria-labelledby="blockers-title">
      <h2 id="blockers-title">{{ blockers().length === 1 ? 'There is 1 thing' : 'There are ' + blockers().length + ' things' }} left before you can submit</h2>
      <ul class="att-list">
        @for (blocker of blockers(); track blocker.questionId + blocker.code) {
          <li><a [routerLink]="['/returns', id(), 'questions', blocker.questionId]">{{ blocker.detail }}</a></li>
        }
      </ul>
    </section>
  `,
  styleUrl: './blockers.scss',
})
export class Blockers {
  readonly id = input.required<string>();
  readonly blockers = input.required<readonly BlockerView[]>();
}
