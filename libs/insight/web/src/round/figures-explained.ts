import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { figureInWords } from '@attest/domain/measures';
import type { HeatmapView } from '@attest/shared/client';

/** Why a percentage is what it is: the counts that made it, standard by standard, and who is in none of them. */
@Component({
  selector: 'att-figures-explained',
  imports: [RouterLink],
  template: `
    <details class="att-no-print">
      <summary>How the percentages come about</summary>
      <p class="att-measure">Each is a share of the organisations that are rated for the standard. Who has not returned, was not asked or answered nothing that is rated is left out and counted apart. The last column is the same along a row: of the standards rated for an organisation, those that it meets.</p>
      <dl>
        @for (line of lines(); track line.key) { <div><dt>{{ line.name }}</dt><dd>{{ line.words }}</dd></div> }
      </dl>
      <p><a routerLink="/compare/definitions">What every figure means</a></p>
    </details>
  `,
  styles: `
    :host { display: block; margin-top: 20px; }
    dl { margin: 0; max-width: 60rem; }
    dl div { padding: 8px 0; border-top: 1px solid var(--att-line); break-inside: avoid; }
    dt { font-weight: 650; }
    dd { margin: 0; }
  `,
})
export class FiguresExplained {
  readonly view = input.required<HeatmapView>();

  protected readonly lines = computed(() => {
    const { standards, levels, returned, denominator } = this.view();
    return standards.map(({ key, ref, title, counts, base, notRated, notAsked }) => ({
      key, name: `${ref} ${title}`, words: figureInWords({ counts, base }, { notRated, notAsked, notReturned: denominator - returned }, levels).join(' '),
    }));
  });
}
