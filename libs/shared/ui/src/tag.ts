import { Component, input } from '@angular/core';

/** What a thing is at the moment: an adjective in sentence case, not to be pressed. Work that is done recedes. */
@Component({
  selector: 'att-tag',
  template: '<ng-content />',
  styles: `
    :host {
      display: inline-block; padding: 2px 8px; border: 1px solid transparent; border-radius: var(--att-radius);
      font-size: 0.9375rem; font-weight: 600; line-height: 1.4; white-space: nowrap;
    }
    :host(.quiet) { padding-inline: 0; color: var(--att-text-secondary); font-weight: 450; }
    :host(.plain) { border-color: var(--att-outline); }
    :host(.open) { background: var(--att-primary-soft); color: var(--att-on-primary-soft); }
    :host(.attention) { background: var(--att-warning-soft); color: var(--att-on-warning-soft); }
    :host(.problem) { border-color: var(--att-error); color: var(--att-error); }
    :host(.done) { background: var(--att-success-soft); color: var(--att-on-success-soft); }
    @media (forced-colors: active), print { :host { border-color: currentColor; } }
  `,
  host: { '[class]': 'tone()' },
})
export class Tag {
  readonly tone = input<'quiet' | 'plain' | 'open' | 'attention' | 'problem' | 'done'>('plain');
}
