import { Component, computed, inject, input, output } from '@angular/core';
import type { Answer, AnswerValue } from '@attest/domain/questionnaire';
import type { QuestionView } from '@attest/shared/client';
import { drawAtOnce, type Wrong } from '@attest/shared/ui';
import { unanswered } from '../answers';
import { FieldNames } from './field-names';
import { ChoiceInput } from './inputs/choice-input';
import { DeclarationInput } from './inputs/declaration-input';
import { EvidenceInput } from './inputs/evidence-input';
import { LevelInput } from './inputs/level-input';
import { PersonInput } from './inputs/person-input';
import { TableInput } from './inputs/table-input';
import { TypedInput } from './inputs/typed-input';
import { WordsInput } from './inputs/words-input';

/** A change of the answer. Choices are saved `now`, words `soon`: when typing rests. */
export interface Change {
  readonly answer: Answer;
  readonly when: 'now' | 'soon';
  /** Words beside a value leave what was typed as that value alone, even if it cannot be read. */
  readonly of: 'answer' | 'words';
}

/** What can be said to one question, whatever its type: the answer, or why it does not apply, and the words beside it. */
@Component({
  selector: 'att-answer-form',
  imports: [ChoiceInput, DeclarationInput, EvidenceInput, LevelInput, PersonInput, TableInput, TypedInput, WordsInput],
  templateUrl: './answer-form.html',
  styleUrl: './answer-form.scss',
})
export class AnswerForm {
  protected readonly names = inject(FieldNames);
  private readonly draw = drawAtOnce();
  readonly question = input.required<QuestionView>();
  readonly answer = input.required<Answer>();
  readonly unreadable = input<string | null>(null);
  readonly wrong = input<readonly Wrong[]>([]);
  readonly changed = output<Change>();
  readonly unread = output<string>();

  protected readonly rated = computed(() => this.question().type === 'level');
  protected readonly applies = computed(() => this.answer().naReason === null);
  protected readonly clearable = computed(() => {
    const { level, value, naReason } = this.answer();
    return (this.rated() && (level !== null || naReason !== null)) || (this.question().type === 'choice' && value !== null);
  });
  /** What stood before "not applicable" was ticked comes back when it is unticked. */
  private before: AnswerValue | null = null;

  protected errorAt(field: string): string {
    return this.wrong().find(({ where }) => where === field)?.detail ?? '';
  }

  protected rate(level: string): void {
    this.say({ level, naReason: null }, 'now');
  }

  protected give(value: AnswerValue | null, when: Change['when']): void {
    this.say({ value, naReason: null }, when);
  }

  protected setApplies(applies: boolean): void {
    if (!applies) this.before = this.answer().value;
    this.say(applies ? { value: this.before, naReason: null } : { level: null, value: null, naReason: '' }, 'now');
  }

  protected clear(): void {
    this.say({ ...unanswered, note: this.answer().note }, 'now');
  }

  protected explain(words: Partial<Pick<Answer, 'note' | 'naReason'>>): void {
    this.say(words, 'soon', 'words');
  }

  private say(part: Partial<Answer>, when: Change['when'], of: Change['of'] = 'answer'): void {
    this.changed.emit({ answer: { ...this.answer(), ...part }, when, of });
    this.draw();
  }
}
