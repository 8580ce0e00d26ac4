import { Component, input } from '@angular/core';

/** Nothing here yet: why, and what comes next. One button at most, as content. */
@Component({
  selector: 'att-empty-state',
  template: `
    <p class="heading">{{ heading() }}</p>
    @if (text()) { <p class="text">{{ text() }}</p> }
    <ng-content />
  `,
  styles: `
    :host { display: block; padding: 28px 24px; border: 1px dashed var(--att-outline); border-radius: var(--att-radius-card); }
    .heading { margin: 0; font-size: 1.1875rem; font-weight: 650; }
    .text { max-width: var(--att-measure); margin: 4px 0 16px; color: var(--att-text-secondary); }
    .text:last-child { margin-bottom: 0; }
  `,
})
export class EmptyState {
  readonly heading = input.required<string>();
  readonly text = input('');
}
