import { Component, computed, input } from '@angular/core';
import type { CheckedRow } from '@attest/shared/client';
import { Notice } from '@attest/shared/ui';
import { invitations, people, roleWords } from './people-words';

/** What each row of a list would send, with what is wrong first. */
@Component({
  selector: 'att-checked-rows',
  imports: [Notice],
  template: `
    @if (wrong() > 0) {
      <att-notice tone="warning"><p><strong>{{ people(wrong()) }} cannot be invited as written.</strong> They stand first, with what to do.</p></att-notice>
    }
    <p role="status">{{ invitations(ready()) }} ready to send.</p>
    <div class="att-scroll" role="region" aria-labelledby="checked-caption" tabindex="0">
      <table class="att-table">
        <caption id="checked-caption" class="att-visually-hidden">Rows of the list</caption>
        <thead><tr><th scope="col">Row</th><th scope="col">Name</th><th scope="col">E-mail address</th><th scope="col">Where</th><th scope="col">Role</th><th scope="col">What to do</th></tr></thead>
        <tbody>
          @for (row of ordered(); track row.row) {
            <tr [class.wrong]="row.problems.length > 0">
              <td>{{ row.row }}</td>
              <td>{{ row.name || '–' }}</td>
              <th scope="row" class="address">{{ row.email || '–' }}</th>
              <td class="where">{{ row.place || (row.invitation ? 'The partnership' : '–') }}</td>
              <td>{{ row.invitation ? words[row.invitation.role] : row.role || '–' }}</td>
              <td class="what">@for (problem of row.problems; track $index) { <div>{{ problem.detail }}</div> } @empty { Ready }</td>
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styles: `
    .address { overflow-wrap: anywhere; min-width: 12rem; }
    .where { min-width: 10rem; }
    .what { min-width: 16rem; color: var(--att-text-secondary); }
    .wrong .what { color: var(--att-error); }
    att-notice { margin-bottom: 16px; }
  `,
})
export class CheckedRows {
  readonly rows = input.required<readonly CheckedRow[]>();
  readonly ready = input.required<number>();
  readonly wrong = input.required<number>();
  protected readonly ordered = computed(() => [...this.rows()].sort((one, other) => Number(one.problems.length === 0) - Number(other.problems.length === 0) || one.row - other.row));
  protected readonly words = roleWords;
  protected readonly people = people;
  protected readonly invitations = invitations;
}
