import { Component, computed, input } from '@angular/core';
import { wordDiff } from './word-diff';

/** What was added and removed, said in words and drawn with lines, never with colour alone. */
@Component({
  selector: 'att-word-diff',
  template: `
    @for (piece of pieces(); track $index) {
      @switch (piece.kind) {
        @case ('added') { <ins><span class="att-visually-hidden">(added: </span>{{ piece.text }}<span class="att-visually-hidden">)</span></ins> }
        @case ('removed') { <del><span class="att-visually-hidden">(removed: </span>{{ piece.text }}<span class="att-visually-hidden">)</span></del> }
        @default { <span>{{ piece.text }}</span> }
      }
      {{ ' ' }}
    }
  `,
  styles: `
    :host { display: block; padding: 8px 12px; border-left: 3px solid var(--att-line); }
    ins { background: var(--att-success-soft); color: var(--att-on-success-soft); text-decoration-thickness: 2px; text-underline-offset: 3px; }
    del { color: var(--att-error); }
  `,
})
export class WordDiffView {
  readonly before = input.required<string>();
  readonly after = input.required<string>();
  protected readonly pieces = computed(() => wordDiff(this.before(), this.after()));
}
