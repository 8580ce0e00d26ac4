import { Component, input } from '@angular/core';
import type { QuestionView } from '@attest/shared/client';
import { CitationList } from './citation-list';

/** What helps to answer, kept out of the way until it is wanted. */
@Component({
  selector: 'att-guidance',
  imports: [CitationList],
  template: `
    @if (question().evidence.length > 0) {
      <details>
        <summary data-shortcut="g">What evidence looks like</summary>
        <ul>@for (each of question().evidence; track each) { <li>{{ each }}</li> }</ul>
      </details>
    }
    @if (question().citations.length > 0) {
      <details>
        <summary>The law and guidance behind it</summary>
        <att-citation-list [citations]="question().citations" />
      </details>
    }
  `,
  styles: `
    :host { display: block; font-size: 1rem; }
    details { padding: 6px 0; border-top: 1px solid var(--att-line); }
    details:last-child { border-bottom: 1px solid var(--att-line); }
    ul { margin: 0 0 8px; padding-left: 1.2em; }
    li { margin: 4px 0; }
    att-citation-list { display: block; margin-bottom: 8px; }
  `,
})
export class Guidance {
  readonly question = input.required<QuestionView>();
}
