import { Component, computed, input } from '@angular/core';
import type { LevelView, SideCell } from '@attest/shared/client';
import { Icon, RagBadge } from '@attest/shared/ui';

const words = { 'above': 'above', 'in-line': 'in line', 'below': 'below' } as const;
const since = { 'above': 'up since then', 'in-line': 'same as then', 'below': 'down since then' } as const;
const arrows = { 'above': 'up', 'in-line': 'same', 'below': 'down' } as const;

/** One standard of one side: a level, or a share with its counts, and how the first stands against it. */
@Component({
  selector: 'att-side-cell',
  imports: [Icon, RagBadge],
  template: `
    @switch (cell().state) {
      @case ('level') { <att-rag-badge [level]="level()" /> }
      @case ('none') { <att-rag-badge [absence]="cell().absence!" /> }
      @case ('hidden') { <span class="hidden" title="Hidden to protect a small group">[c]</span> @if (shown()) { <span class="counts">{{ counts() }}</span> } }
      @case ('not-comparable') { <span>[b] not comparable</span> }
      @case ('share') {
        @if (cell().percent === null) { <span>[x]</span> }
        @else { <strong>{{ cell().percent!.toFixed(cell().percent === 100 ? 0 : 1) }}%</strong> <span class="counts">{{ counts() }}</span> }
      }
    }
    @if (cell().broken) { <span class="counts"> [b]</span> }
    @if (cell().against; as against) { <span class="against"><att-icon [name]="arrows[against]" />@if (before()) { {{ since[against] }} } @else { <span><span class="att-visually-hidden">{{ first() }} </span>{{ words[against] }}</span> }</span> }
  `,
  styles: `
    :host { display: flex; flex-wrap: wrap; gap: 2px 10px; align-items: center; }
    .counts, .against { color: var(--att-text-secondary); font-size: 0.9375rem; }
    .against { flex: 1 0 100%; display: inline-flex; gap: 4px; align-items: center; }
    .hidden { padding: 2px 10px; border: 1px solid var(--att-line); background: repeating-linear-gradient(135deg, var(--att-line) 0 1px, transparent 1px 6px); }
  `,
})
export class SideCellView {
  readonly cell = input.required<SideCell>();
  readonly levels = input.required<readonly LevelView[]>();
  /** Who stands first. */
  readonly first = input.required<string>();

  /** The first itself, in the round before. */
  readonly before = input(false);

  protected readonly words = words;
  protected readonly since = since;
  protected readonly arrows = arrows;
  protected readonly level = computed(() => this.levels().find(({ key }) => key === this.cell().level) ?? null);
  /** Some of a partner's numbers are hidden, and some are not. */
  protected readonly shown = computed(() => Object.keys(this.cell().counts).length > 0);
  /** Worst first, by letter. */
  protected readonly counts = computed(() => {
    const none = this.cell().state === 'hidden' ? '[c]' : 0;
    return this.levels().toReversed().map(({ key, letter }) => `${letter} ${this.cell().counts[key] ?? none}`).join(' · ');
  });
}
