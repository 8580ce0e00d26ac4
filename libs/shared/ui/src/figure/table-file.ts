import { Component, DOCUMENT, inject, input } from '@angular/core';
import { Icon } from '../icon';
import { csvOf, save } from './files';

/** A table that stands by itself, to be taken away as it stands. */
@Component({
  selector: 'att-table-file',
  imports: [Icon],
  template: '<button type="button" class="att-button att-button--quiet att-button--small" (click)="take()"><att-icon name="download" />Table as CSV</button>',
  styles: ':host { display: block; margin-top: 8px; } button { margin-left: -12px; } @media print { :host { display: none; } }',
})
export class TableFile {
  private readonly window = inject(DOCUMENT).defaultView as Window & typeof globalThis;
  readonly of = input.required<HTMLTableElement>();
  /** Of the file, without its ending. */
  readonly name = input.required<string>();

  protected take(): void {
    save(this.window, `${this.name()}.csv`, new Blob([csvOf([this.of()])], { type: 'text/csv;charset=utf-8' }));
  }
}
