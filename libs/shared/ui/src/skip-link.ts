import { Component, DOCUMENT, inject } from '@angular/core';

/** First thing on the page: past the top bar and the menu, to `<main id="main" tabindex="-1">`. */
@Component({
  selector: 'att-skip-link',
  template: '<a href="#main" (click)="skip($event)">Skip to main content</a>',
  styles: `
    a { position: absolute; top: -100px; left: 16px; z-index: 30; padding: 12px 16px; background: var(--att-background); color: var(--att-link); font-weight: 650; }
    a:focus { top: 8px; }
    @media print { :host { display: none; } }
  `,
})
export class SkipLink {
  private readonly document = inject(DOCUMENT);

  protected skip(event: Event): void {
    event.preventDefault();
    this.document.getElementById('main')?.focus();
  }
}
