import { Component, input, output } from '@angular/core';
import type { CarryOverView } from '@attest/shared/client';
import { DatePipe, Notice } from '@attest/shared/ui';
import { countsInWords, inReturns, named } from './carry-words';

/** What the last one did, and the way back for as long as there is one. */
@Component({
  selector: 'att-carry-done',
  imports: [DatePipe, Notice],
  template: `
    <att-notice>
      <p>Taken over from {{ named(done().from) }} on {{ done().at | attDate: 'time' }}, in {{ inReturns(done().returns) }}: {{ countsInWords(done()) }}</p>
      @if (done().moves.includes('undo')) {
        <p>Nothing newer has happened, so it can be undone.</p>
        <button type="button" class="att-button" [attr.aria-disabled]="busy()" (click)="undo.emit()">Undo</button>
      } @else if (done().changedSince.length > 0) {
        <p>It cannot be undone: {{ done().changedSince.slice(0, 5).join(', ') }}{{ done().changedSince.length > 5 ? ' and ' + (done().changedSince.length - 5) + ' more' : '' }} {{ done().changedSince.length === 1 ? 'has' : 'have' }} gone on with the new questions.</p>
      }
    </att-notice>
  `,
  styles: 'button { margin-top: 4px; }',
})
export class CarryDone {
  readonly done = input.required<CarryOverView>();
  readonly busy = input(false);
  readonly undo = output();

  protected readonly countsInWords = countsInWords;
  protected readonly inReturns = inReturns;
  protected readonly named = named;
}
