import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { FoundFinding } from '@attest/shared/client';
import { evidenceLink } from './evidence-link';

/** Sentences with the counts that made them and the way to their evidence. */
@Component({
  selector: 'att-found-list',
  imports: [RouterLink],
  template: `
    <ul class="att-list">
      @for (one of lines(); track one.sentence) {
        <li>
          <p class="sentence">{{ one.sentence }}</p>
          <p class="att-secondary">@if (one.evidence) { {{ one.evidence }}. } @if (one.link; as link) { <a [routerLink]="link.to" [queryParams]="link.query">{{ link.label }}<span class="att-visually-hidden">: {{ one.sentence }}</span></a> }</p>
        </li>
      }
    </ul>
  `,
  styles: `
    li { padding: 12px 0; border-top: 1px solid var(--att-line); max-width: 46rem; break-inside: avoid; }
    p { margin: 0; }
    .sentence { margin-bottom: 4px; }
  `,
})
export class FoundList {
  readonly found = input.required<readonly FoundFinding[]>();
  readonly roundId = input.required<string>();
  readonly words = input.required<boolean>();

  protected readonly lines = computed(() => this.found().map((one) => ({ ...one, link: one.tone === 'nothing' ? null : evidenceLink(one.place, this.roundId(), this.words()) })));
}
