import { Component, computed, input } from '@angular/core';
import type { LevelView } from '@attest/shared/client';
import { RagBadge, absences } from '@attest/shared/ui';
import { REVISED } from './heatmap-cells';

const meanings = {
  'not-rated': 'not rated: nothing rated was answered', 'not-returned': 'not returned', 'not-asked': 'not asked',
  'not-answered': 'not answered', 'not-applicable': 'does not apply, as they say why',
} as const;

/** What the signs of the table mean. */
@Component({
  selector: 'att-heatmap-key',
  imports: [RagBadge],
  template: `
    <h3>Key</h3>
    <ul>
      @for (level of levels(); track level.key) { <li><att-rag-badge [level]="level" /></li> }
      @for (sign of signs(); track sign.sign) { <li><span class="sign">{{ sign.sign }}</span> {{ sign.meaning }}</li> }
    </ul>
  `,
  styles: `
    :host { display: block; margin-top: 16px; }
    h3 { margin: 0 0 8px; font-size: 1rem; }
    ul { display: flex; flex-wrap: wrap; gap: 8px 28px; margin: 0; padding: 0; list-style: none; }
    .sign { display: inline-block; min-width: 1.75em; padding-inline: 2px; font-weight: 650; text-align: center; }
  `,
})
export class HeatmapKey {
  readonly levels = input.required<readonly LevelView[]>();
  readonly provisional = input(false);
  readonly moderated = input(false);
  readonly revised = input(false);
  readonly moves = input(false);
  readonly absent = input<readonly (keyof typeof meanings)[]>(['not-rated', 'not-returned', 'not-asked']);

  protected readonly signs = computed(() => [
    ...(this.moves() ? [{ sign: '▲', meaning: 'up since last round' }, { sign: '▼', meaning: 'down' }, { sign: '=', meaning: 'the same' }] : []),
    ...(this.moderated() ? [{ sign: 'A>R', meaning: 'self rating, then the moderated one' }] : []),
    ...this.absent().map((absence) => ({ sign: absences[absence].letter, meaning: meanings[absence] })),
    ...(this.revised() ? [{ sign: REVISED, meaning: 'revised: another level was shown before it was recalculated' }] : []),
    ...(this.provisional() ? [{ sign: '[p]', meaning: 'provisional: the round is still open' }] : []),
  ]);
}
