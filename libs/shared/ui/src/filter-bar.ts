import { Component, input, output } from '@angular/core';

/** Filters above a list, side by side where there is room, and a way back to everything. */
@Component({
  selector: 'att-filter-bar',
  template: `
    <form role="search" [attr.aria-label]="label()" (submit)="$event.preventDefault(); submitted.emit()">
      <ng-content />
    </form>
    @if (active()) {
      <button type="button" class="att-button att-button--quiet att-button--small" (click)="cleared.emit()">Clear filters</button>
    }
  `,
  styles: `
    :host { display: block; margin-bottom: 20px; padding: 16px 20px 20px; border-radius: var(--att-radius-card); background: var(--att-surface); }
    form { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 12.5rem), 1fr)); gap: 12px 20px; align-items: end; }
    button { margin: 12px 0 -8px -12px; }
    @media print { :host { display: none; } }
  `,
})
export class FilterBar {
  readonly label = input('Filters');
  /** True when something is filtered. */
  readonly active = input(false);
  readonly cleared = output();
  readonly submitted = output();
}
