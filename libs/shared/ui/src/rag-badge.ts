import { Component, computed, input } from '@angular/core';

/** What is drawn of a level. Letter, word and shape come first; the colour comes last. */
export interface DrawnLevel {
  readonly letter: string;
  readonly word: string;
  readonly colour: 'blue' | 'green' | 'amber' | 'red';
}

/** Why there is no level. Each is a fact of its own, with the shorthand of official statistics where it has one. */
export const absences = {
  'not-answered': { letter: '–', word: 'Not answered' },
  'not-applicable': { letter: 'N/A', word: 'Not applicable' },
  'not-rated': { letter: '–', word: 'Not rated' },
  'not-asked': { letter: '[z]', word: 'Not asked' },
  'not-returned': { letter: '[x]', word: 'Not returned' },
  'suppressed': { letter: '[c]', word: 'Hidden, because the group is too small' },
} as const;
export type Absence = keyof typeof absences;

@Component({
  selector: 'att-rag-badge',
  template: `
    <span class="letter" aria-hidden="true">{{ drawn().letter }}</span>
    <span class="word" [class.att-visually-hidden]="size() === 'cell'">{{ drawn().word }}</span>
  `,
  styleUrl: './rag-badge.scss',
  host: { '[class]': 'look()' },
})
export class RagBadge {
  readonly level = input<DrawnLevel | null>(null);
  /** Said when there is no level. */
  readonly absence = input<Absence>('not-answered');
  /** `cell`: the letter alone is visible, as in a table; `tag`: letter and word. */
  readonly size = input<'tag' | 'cell'>('tag');

  protected readonly drawn = computed(() => this.level() ?? absences[this.absence()]);
  protected readonly look = computed(() => `${this.size()} ${this.level()?.colour ?? `none ${this.absence()}`}`);
}
