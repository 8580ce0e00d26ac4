import { Component, computed, input } from '@angular/core';
import type { PublishedView } from '@attest/shared/client';
import { PublishedTableView } from './published-table';
import { standardsOf, summaryTables } from './published-tables';

/** All that was published, for all together or by peer group or area. */
@Component({
  selector: 'att-published-figures',
  imports: [PublishedTableView],
  template: `
    @let it = view();
    <p class="att-measure">
      {{ it.returned }}@if (it.asked !== null) { of {{ it.asked }} } organisations returned{{ it.asked === null ? '; how many were asked is not shown [c]' : '' }}.
      A number of {{ it.minimum }} or fewer is hidden [c], and so is any that would give it away.
    </p>
    @if (broken() === null) {
      <h2>Standards</h2>
      @for (table of summary(); track $index) { <att-published-table [table]="table" /> }
      @if (standards().length > 0) { <h2>Questions</h2> }
    }
    @for (standard of standards(); track standard.title) {
      @if (broken() !== null) { <h2>{{ standard.title }}</h2> }
      @for (table of standard.tables; track $index) { <att-published-table [table]="table" /> }
      @if (standard.questions.length > 0) {
        <details>
          <summary>{{ broken() === null ? standard.title : 'Question by question' }}<span class="att-visually-hidden">{{ broken() === null ? ', question by question' : ': ' + standard.title }}</span></summary>
          @for (table of standard.questions; track $index) { <att-published-table [table]="table" [captioned]="broken() !== null" /> }
        </details>
      }
    }
    <p class="att-secondary">[c] hidden to protect a small group. The percentage is of those with a level; it is left out where it would tell what is hidden.</p>
  `,
  styles: 'details { margin-bottom: 16px; } summary { margin-bottom: 12px; }',
})
export class PublishedFigures {
  readonly view = input.required<PublishedView>();
  readonly by = input<'group' | 'area'>();

  protected readonly broken = computed(() => ({ group: 'Peer group', area: 'Area', none: null })[this.by() ?? 'none']);
  protected readonly summary = computed(() => summaryTables(this.view()));
  protected readonly standards = computed(() => standardsOf(this.view(), this.broken()));
}
