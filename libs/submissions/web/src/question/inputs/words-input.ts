import { Component, computed, effect, inject, input, output, signal } from '@angular/core';
import { signsInWords, signsOfAChild } from '@attest/domain/evidence';
import { wordCount } from '@attest/domain/questionnaire';
import { Field, FieldInput, Icon } from '@attest/shared/ui';
import { FieldNames } from '../field-names';

/** Fewer words left than this are worth saying aloud. */
const NEARLY = 20;
const REST = 1_500;

/** Words in a box, with what is left of the limit below it: seen at once, said when typing rests and the end is near. */
@Component({
  selector: 'att-words-input',
  imports: [Field, FieldInput, Icon],
  templateUrl: './words-input.html',
  styleUrl: './words-input.scss',
})
export class WordsInput {
  protected readonly names = inject(FieldNames);
  readonly name = input.required<string>();
  readonly label = input.required<string>();
  readonly text = input.required<string>();
  readonly limit = input<number | null>(null);
  readonly optional = input(false);
  readonly error = input('');
  readonly short = input(false);
  readonly typed = output<string>();

  protected readonly hint = computed(() => (this.limit() === null ? '' : `Up to ${this.limit()} words. `) + 'Do not name children.');
  protected readonly left = computed(() => (this.limit() ?? 0) - wordCount(this.text()));
  protected readonly leftInWords = computed(() => {
    const left = this.left();
    const words = Math.abs(left) === 1 ? '1 word' : `${Math.abs(left)} words`;
    return left < 0 ? `${words} too many` : `${words} left`;
  });
  /** A guess, and so a question: nobody is kept from writing. */
  protected readonly child = computed(() => {
    const signs = signsInWords(signsOfAChild(this.text()));
    return signs && `This looks as if it had ${signs}. If a child could be known by it, take it out.`;
  });
  protected readonly said = signal('');

  constructor() {
    effect((onCleanup) => {
      const [words, near, child] = [this.leftInWords(), this.limit() !== null && this.left() <= NEARLY, this.child()];
      const timer = setTimeout(() => this.said.set([near && words, child].filter(Boolean).join('. ')), REST);
      onCleanup(() => clearTimeout(timer));
    });
  }
}
