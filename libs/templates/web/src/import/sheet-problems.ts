import { Component, computed, input, output } from '@angular/core';
import type { SheetProblem } from '@attest/shared/client';

/** What is to be put right, sheet by sheet, found again in a spreadsheet program by row and column. */
@Component({
  selector: 'att-sheet-problems',
  template: `
    @for (sheet of sheets(); track sheet.name) {
      <div class="att-scroll" role="region" tabindex="0" [attr.aria-label]="'Sheet ' + sheet.name">
        <table class="att-table">
          <caption>Sheet {{ sheet.name }}</caption>
          <thead><tr><th scope="col">Cell</th><th scope="col">What is wrong</th><th scope="col">How to put it right</th>@if (canSkip()) { <th scope="col"><span class="att-visually-hidden">Leave out</span></th> }</tr></thead>
          <tbody>
            @for (problem of sheet.problems; track $index) {
              <tr>
                <th scope="row">{{ placeOf(problem) }}</th><td>{{ problem.detail }}</td><td>{{ problem.fix }}</td>
                @if (canSkip()) {
                  <td>@if (problem.canSkip) { <button type="button" class="att-button att-button--small" [attr.aria-label]="'Leave row ' + problem.row + ' out of ' + sheet.name" (click)="skip.emit(sheet.name + '!' + problem.row)">Leave row {{ problem.row }} out</button> }</td>
                }
              </tr>
            }
          </tbody>
        </table>
      </div>
    }
  `,
  styles: ':host { display: grid; gap: 24px; margin-top: 24px; } button { white-space: nowrap; } th[scope=row] { white-space: nowrap; } td { min-width: 9rem; overflow-wrap: anywhere; }',
})
export class SheetProblems {
  readonly problems = input.required<readonly SheetProblem[]>();
  readonly canSkip = input(false);
  readonly skip = output<string>();

  protected readonly sheets = computed(() => {
    const names = [...new Set(this.problems().map(({ sheet }) => sheet))];
    return names.map((name) => ({ name, problems: this.problems().filter(({ sheet }) => sheet === name) }));
  });

  protected placeOf({ row, column }: SheetProblem): string {
    if (row === 0) return 'The sheet';
    return column === '' ? `Row ${row}` : `${column}${row}`;
  }
}
