import { Component, computed, input } from '@angular/core';
import type { Fault } from '@attest/shared/web';
import { faultRow } from './import-words';

/** What is wrong in a file: row, column, and what to do. */
@Component({
  selector: 'att-import-faults',
  template: `
    <div class="att-scroll" id="faults" role="region" aria-labelledby="faults-caption" tabindex="0">
      <table class="att-table">
        <caption id="faults-caption">What to put right in the file</caption>
        <thead><tr><th scope="col">Row</th><th scope="col">Column</th><th scope="col">What to do</th></tr></thead>
        <tbody>
          @for (fault of rows(); track $index) {
            <tr><td>{{ fault.row }}</td><td>{{ fault.column }}</td><td class="what">{{ fault.detail }}</td></tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styles: ':host { display: block; margin-bottom: 32px; } .what { min-width: 16rem; }',
})
export class ImportFaults {
  readonly faults = input.required<readonly Fault[]>();
  protected readonly rows = computed(() => this.faults().map(faultRow));
}
