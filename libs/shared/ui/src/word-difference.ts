import { Component, computed, input } from '@angular/core';
import { wordsApart } from './words-apart';

/**
 * Two wordings with the words that differ marked, by a line through or under them and for screen readers by words, never by
 * colour alone. `both` in one text; or one of the two, with what the other has not, for two texts side by side.
 */
@Component({
  selector: 'att-word-difference',
  template: `@for (part of parts(); track $index) {@switch (part.kind) {
    @case ('gone') {<del><span class="att-visually-hidden">{{ said().gone }} </span>{{ part.words }}<span class="att-visually-hidden"> {{ said().end }}</span></del>}
    @case ('new') {<ins><span class="att-visually-hidden">{{ said().new }} </span>{{ part.words }}<span class="att-visually-hidden"> {{ said().end }}</span></ins>}
    @default {<span>{{ part.words }}</span>}
  }}`,
  styles: `
    :host { display: block; max-width: var(--att-measure); overflow-wrap: anywhere; white-space: pre-line; }
    ins, del { padding: 1px 2px; border-radius: 2px; box-decoration-break: clone; color: var(--att-text); }
    ins { background: var(--att-success-soft); text-decoration: underline; text-decoration-thickness: 2px; text-underline-offset: 3px; }
    del { background: var(--att-warning-soft); text-decoration: line-through; }
    :host(.one-side) :is(ins, del) { background: var(--att-warning-soft); text-decoration: underline; text-decoration-thickness: 2px; text-underline-offset: 3px; }
  `,
  host: { '[class.one-side]': "shown() !== 'both'" },
})
export class WordDifference {
  readonly before = input.required<string>();
  readonly after = input.required<string>();
  readonly shown = input<'both' | 'before' | 'after'>('both');

  protected readonly parts = computed(() => {
    const left = { both: null, before: 'new', after: 'gone' }[this.shown()];
    return wordsApart(this.before(), this.after()).filter(({ kind }) => kind !== left);
  });
  protected readonly said = computed(() => (this.shown() === 'both'
    ? { gone: '[taken out:', new: '[added:', end: ']' } : { gone: '[only here:', new: '[only here:', end: ']' }));
}
