import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import type { Answer, AnswerValue } from '@attest/domain/questionnaire';
import type { QuestionView } from '@attest/shared/client';
import { Field, FieldInput } from '@attest/shared/ui';
import { typed } from './typed';
import { FieldNames } from '../field-names';

/** A number, a percentage or a date, typed freely and read leniently. */
@Component({
  selector: 'att-typed-input',
  imports: [Field, FieldInput],
  templateUrl: './typed-input.html',
  styles: '.row { display: flex; align-items: center; gap: 8px; } .row input { max-width: 11rem; }',
})
export class TypedInput {
  protected readonly names = inject(FieldNames);
  readonly question = input.required<QuestionView>();
  readonly answer = input.required<Answer>();
  /** What was typed before and could not be read. */
  readonly unreadable = input<string | null>(null);
  readonly error = input('');
  readonly typed = output<AnswerValue | null>();
  readonly unread = output<string>();

  protected readonly kind = computed(() => typed[this.question().type as keyof typeof typed]);
  /** As it was typed, as long as it means what is stored: "1,200" does not turn into "1200" under one's hands. */
  protected readonly text = linkedSignal<{ value: AnswerValue | null; unreadable: string | null }, string>({
    source: () => ({ value: this.answer().value, unreadable: this.unreadable() }),
    computation: ({ value, unreadable }, previous) => {
      if (unreadable !== null) return unreadable;
      const before = previous?.value ?? '';
      if (value === null) return before.trim() === '' ? before : '';
      return this.kind().read(before) === value ? before : this.kind().write(value);
    },
  });

  protected take(text: string): void {
    this.text.set(text);
    if (text.trim() === '') return this.typed.emit(null);
    const value = this.kind().read(text);
    if (value === null) this.unread.emit(text);
    else this.typed.emit(value);
  }
}
