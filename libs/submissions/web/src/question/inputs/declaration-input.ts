import { Component, inject, input, output } from '@angular/core';
import type { Answer } from '@attest/domain/questionnaire';
import { FieldNames } from '../field-names';

/** The question itself is the statement; ticking it is the answer. */
@Component({
  selector: 'att-declaration-input',
  template: `
    @if (error()) { <p class="error" [id]="names.of('answer-error')"><span class="att-visually-hidden">Error: </span>{{ error() }}</p> }
    <label class="att-choice">
      <input #box type="checkbox" [id]="names.of('answer')" [checked]="answer().value === true" [attr.aria-describedby]="names.all('wording', error() ? 'answer-error' : '')" (change)="chosen.emit(box.checked || null)" />
      <span>I confirm that this is so</span>
    </label>
  `,
  styleUrl: './choice-input.scss',
})
export class DeclarationInput {
  protected readonly names = inject(FieldNames);
  readonly answer = input.required<Answer>();
  readonly error = input('');
  readonly chosen = output<true | null>();
}
