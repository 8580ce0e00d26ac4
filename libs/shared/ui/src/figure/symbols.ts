import { Component, computed, input } from '@angular/core';
import { signs, type Sign } from '@attest/domain/measures';

/** The signs that are in a figure, under it, and what they mean. */
@Component({
  selector: 'att-symbols',
  template: `
    @if (said().length > 0) {
      <dl aria-label="Signs">@for (one of said(); track one.sign) { <div><dt>{{ one.sign }}</dt> <dd>{{ one.meaning }}</dd></div> }</dl>
    }
  `,
  styles: `
    dl { display: grid; gap: 4px; margin: 12px 0 0; font-size: 1rem; }
    dt { display: inline; margin-right: 6px; font-weight: 650; }
    dd { display: inline; margin: 0; color: var(--att-text-secondary); }
  `,
})
export class Symbols {
  readonly of = input.required<readonly Sign[]>();
  /** In the order of the definitions. */
  protected readonly said = computed(() => (Object.keys(signs) as Sign[]).filter((sign) => this.of().includes(sign)).map((sign) => signs[sign]));
}
