import { httpResource } from '@angular/common/http';
import { Component, input } from '@angular/core';
import type { PracticeExample } from '@attest/shared/client';

/** What others of the round do that one could learn from, as they agreed to have it told. Not there where there is none. */
@Component({
  selector: 'att-good-practice',
  template: `
    @if (examples.hasValue() && examples.value().length > 0) {
      <section aria-labelledby="good-practice">
        <h2 id="good-practice">What good looks like</h2>
        <p class="att-secondary">Good practice from this round, told with the agreement of whoever does it.</p>
        <ul class="att-list">
          @for (one of examples.value(); track $index) {
            <li>
              <h3>{{ one.question }}</h3>
              <p>{{ one.words }}</p>
              @if (one.own || one.organisation) { <p class="att-secondary">{{ one.own ? 'From your own return' : one.organisation }}</p> }
            </li>
          }
        </ul>
      </section>
    }
  `,
  styles: `
    li { max-width: var(--att-measure); padding: 12px 0; border-top: 1px solid var(--att-line); break-inside: avoid; }
    h3 { margin: 0 0 4px; font-size: 1.0625rem; }
    p { margin: 0 0 4px; white-space: pre-line; }
  `,
})
export class GoodPractice {
  readonly of = input.required<string>();
  protected readonly examples = httpResource<PracticeExample[]>(() => `/api/submissions/${this.of()}/good-practice`);
}
