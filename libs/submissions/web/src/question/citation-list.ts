import { Component, input } from '@angular/core';
import type { CitationView } from '@attest/shared/client';

/** Where a duty stands: the title, the place in it and the edition. */
@Component({
  selector: 'att-citation-list',
  template: `
    <ul class="att-list">
      @for (citation of citations(); track $index) {
        <li>
          @if (citation.url; as address) { <a class="att-source" [href]="address" target="_blank" rel="noopener">{{ citation.title }} (opens in a new tab)</a> }
          @else { <strong>{{ citation.title }}</strong> }
          <span class="where">{{ citation.where }}</span>
          <span class="att-secondary att-small">{{ citation.version }}@if (citation.unverified) { · reference to be confirmed}</span>
        </li>
      }
    </ul>
  `,
  styles: 'li { display: grid; gap: 2px; max-width: var(--att-measure); } li + li { margin-top: 12px; }',
})
export class CitationList {
  readonly citations = input.required<readonly CitationView[]>();
}
