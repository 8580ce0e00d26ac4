import { Component, computed, inject, input, output } from '@angular/core';
import type { Answer, AnswerValue } from '@attest/domain/questionnaire';
import type { QuestionView } from '@attest/shared/client';
import { FieldNames } from '../field-names';

/** One of a list, or any of it. */
@Component({
  selector: 'att-choice-input',
  templateUrl: './choice-input.html',
  styleUrl: './choice-input.scss',
})
export class ChoiceInput {
  protected readonly names = inject(FieldNames);
  readonly question = input.required<QuestionView>();
  readonly answer = input.required<Answer>();
  readonly error = input('');
  readonly chosen = output<AnswerValue | null>();

  protected readonly several = computed(() => this.question().type === 'choices');
  private readonly keys = computed<readonly string[]>(() => {
    const { value } = this.answer();
    return Array.isArray(value) ? value : typeof value === 'string' ? [value] : [];
  });

  protected isChosen(key: string): boolean {
    return this.keys().includes(key);
  }

  protected choose(key: string, on: boolean): void {
    if (!this.several()) return this.chosen.emit(key);
    // in the order of the list, whatever the order of ticking
    const keys = this.question().choices.map((choice) => choice.key).filter((each) => (each === key ? on : this.isChosen(each)));
    this.chosen.emit(keys.length > 0 ? keys : null);
  }
}
