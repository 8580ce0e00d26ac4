import { Component, computed, input } from '@angular/core';
import type { PublishedTable } from './published-tables';

let made = 0;

/** Counts by level. A number that is hidden says so, in letters and in a pattern, and to whoever hears it. */
@Component({
  selector: 'att-published-table',
  template: `
    @let it = table();
    @if (it.own) { <p class="own">Your own: <strong>{{ it.own }}</strong></p> }
    <div class="att-scroll" role="region" [attr.aria-labelledby]="id" tabindex="0">
      <table class="att-table att-table--compact">
        <caption [id]="id" [class.att-visually-hidden]="!captioned()">{{ it.caption }}</caption>
        <thead>
          <tr>
            <th scope="col">{{ it.labelled }}</th>
            @for (category of it.categories; track category.key) { <th scope="col" class="number">{{ category.word }}</th> }
            <th scope="col" class="number">Meet it, per cent</th>
            @if (owned()) { <th scope="col">Your own</th> }
          </tr>
        </thead>
        <tbody>
          @for (row of it.rows; track row.label) {
            <tr>
              <th scope="row">{{ row.label }}</th>
              @for (cell of row.counts; track $index) {
                @if (cell.count === null) { <td class="number withheld"><span aria-hidden="true">[c]</span><span class="att-visually-hidden">hidden to protect a small group</span></td> }
                @else { <td class="number">{{ cell.count }}</td> }
              }
              <td class="number">@if (row.percentMeets !== null) { {{ row.percentMeets }} } @else { <span aria-hidden="true">–</span><span class="att-visually-hidden">not shown</span> }</td>
              @if (owned()) { <td>{{ row.own }}</td> }
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styles: `
    :host { display: block; margin-bottom: 20px; }
    caption { text-align: start; font-weight: 600; padding-bottom: 6px; }
    thead th { vertical-align: bottom; }
    tbody th { min-width: 12rem; }
    td { white-space: nowrap; }
    .own { margin: 0 0 8px; }
    .withheld { background-image: repeating-linear-gradient(45deg, transparent 0 6px, var(--att-surface-strong) 6px 8px); color: var(--att-text-secondary); }
  `,
})
export class PublishedTableView {
  readonly table = input.required<PublishedTable>();
  /** Whether the caption is to be seen: where a heading says the same it is not. */
  readonly captioned = input(false);

  protected readonly id = `published-${++made}`;
  protected readonly owned = computed(() => this.table().rows.some(({ own }) => own !== ''));
}
