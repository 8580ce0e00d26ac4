import { Component, computed, input } from '@angular/core';
import { paths, type IconName } from './icon-paths';

/** A sign beside words, never instead of them: hidden from screen readers. */
@Component({
  selector: 'att-icon',
  template: '<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path [attr.d]="path()" /></svg>',
  styles: `
    :host { display: inline-flex; flex: none; width: 1.25em; height: 1.25em; vertical-align: -0.25em; }
    svg { width: 100%; height: 100%; fill: currentColor; }
  `,
})
export class Icon {
  readonly name = input.required<IconName>();
  protected readonly path = computed(() => paths[this.name()]);
}
