import { Component, computed, input } from '@angular/core';
import type { TemplateSummary } from '@attest/shared/client';
import { dateInWords, isoFrom } from '@attest/shared/ui';
import type { Drafting } from './new-round';
import { asked } from './round-words';

/** The whole draft in four lines, to be read once before it is saved. */
@Component({
  selector: 'att-new-round-check',
  template: `
    <section class="att-card" aria-labelledby="check-title">
      <h2 id="check-title">Check</h2>
      <dl class="att-facts">
        <dt>Asks</dt><dd>{{ who() }}</dd>
        <dt>Opens</dt><dd>{{ days().opensOn }}, when you open it</dd>
        <dt>Due</dt><dd>{{ days().dueOn }}</dd>
        <dt>Taken until</dt><dd>{{ days().finalOn }}</dd>
      </dl>
    </section>
  `,
  styles: '.att-card { max-width: 44rem; background: var(--att-surface); } dl { margin: 0; }',
})
export class NewRoundCheck {
  readonly drafting = input.required<Drafting>();
  readonly template = input.required<TemplateSummary>();
  readonly count = input.required<number | null>();

  protected readonly who = computed(() => (this.count() === null ? 'Counting…' : asked(this.count()!, this.template().audience)));
  protected readonly days = computed(() => {
    const { opensOn, dueOn, finalOn } = this.drafting();
    return { opensOn: said(opensOn), dueOn: said(dueOn), finalOn: said(finalOn) };
  });
}

function said(typed: string): string {
  const iso = isoFrom(typed);
  return iso ? dateInWords(iso) : 'a day still to be given';
}
