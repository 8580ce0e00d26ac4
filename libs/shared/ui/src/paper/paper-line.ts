import { Component, computed, input } from '@angular/core';
import type { Line } from '@attest/domain/papers';
import { RagBadge } from '../rag-badge';

/** Words with what stands out in them. */
@Component({
  selector: 'att-paper-line',
  imports: [RagBadge],
  template: `@for (piece of pieces(); track $index) {@if (piece.level; as level) {<att-rag-badge [level]="level" />}@else if (piece.to) {<a [href]="piece.to">{{ piece.text }}</a>}@else {<span [class.strong]="piece.strong" [class.att-secondary]="piece.quiet">{{ piece.text }}</span>}}`,
  styles: ':host { white-space: pre-line; overflow-wrap: anywhere; } .strong { font-weight: 650; } att-rag-badge { margin-right: 4px; }',
})
export class PaperLine {
  readonly line = input.required<Line>();

  protected readonly pieces = computed(() => {
    const line = this.line();
    return (typeof line === 'string' ? [line] : line).map((piece) => {
      const none = { text: '', level: null, to: '', strong: false, quiet: false };
      if (typeof piece === 'string') return { ...none, text: piece };
      if ('level' in piece) return { ...none, level: piece.level };
      if ('letter' in piece) return { ...none, text: piece.letter.letter, strong: true };
      if ('link' in piece) return { ...none, text: piece.link, to: piece.to };
      return 'strong' in piece ? { ...none, text: piece.strong, strong: true } : { ...none, text: piece.quiet, quiet: true };
    });
  });
}
