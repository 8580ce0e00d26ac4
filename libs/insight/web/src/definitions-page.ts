import { Component } from '@angular/core';
import { definitions, signs } from '@attest/domain/measures';
import { Page } from '@attest/shared/web';

/** What every figure means, printed from what works it out. */
@Component({
  selector: 'att-definitions-page',
  imports: [Page],
  template: `
    <att-page heading="What the figures mean" back="/compare" backLabel="Compare"
      lead="Every figure on a page, in a file and in the API is worked out as it is defined here, from counts, and rounded once.">
      @for (one of measures; track one.key) {
        <section class="entry" [attr.aria-labelledby]="one.key">
          <h2 [id]="one.key">{{ one.name }}</h2>
          <p>{{ one.formula }}</p>
          <dl class="att-facts">
            <dt>Counted among</dt><dd>{{ one.base }}</dd>
            <dt>Rounding</dt><dd>{{ one.rounding }}</dd>
            <dt>Signs</dt><dd>{{ one.signs.join(' ') }}</dd>
          </dl>
        </section>
      }
      <h2 id="signs">Signs that stand in place of a figure, or beside it</h2>
      <dl class="att-facts">
        @for (one of signs; track one.sign) { <dt>{{ one.sign }}</dt><dd>{{ one.meaning }}</dd> }
      </dl>
    </att-page>
  `,
  styles: `
    .entry { max-width: 60rem; padding-bottom: 4px; border-bottom: 1px solid var(--att-line); break-inside: avoid; }
    h2 { margin: 20px 0 6px; font-size: 1.25rem; scroll-margin-top: 1rem; }
    @media (max-width: 40rem) { .att-facts { grid-template-columns: 1fr; gap: 0; dd { margin-bottom: 8px; } } }
  `,
})
export class DefinitionsPage {
  protected readonly measures = definitions();
  protected readonly signs = Object.values(signs);
}
