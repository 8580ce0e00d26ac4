import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import type { MarkedPractice, QuestionMarks } from '@attest/shared/client';
import { Field, FieldInput, Notice, Tag } from '@attest/shared/ui';
import { Session, faultsOf, problemOf } from '@attest/shared/web';
import { practiceStates, practiceWords } from './practice-words';
import { ThemesApi } from './themes-api';

/** The themes of one answer, and whether it is good practice. */
@Component({
  selector: 'att-answer-marks',
  imports: [Field, FieldInput, Notice, Tag],
  templateUrl: './answer-marks.html',
  styles: `
    :host { display: block; }
    .tags { display: flex; flex-wrap: wrap; gap: 6px; margin: 0 0 6px; }
    fieldset { border: 0; padding: 0; margin: 12px 0; }
    .att-buttons { margin: 12px 0; }
    form { max-width: 40rem; }
  `,
})
export class AnswerMarks {
  private readonly api = inject(ThemesApi);
  protected readonly session = inject(Session);

  readonly submissionId = input.required<string>();
  readonly questionId = input.required<string>();
  /** Whose answer it is. */
  readonly name = input.required<string>();
  readonly marks = input.required<QuestionMarks>();
  readonly changed = output<void>();

  protected readonly refused = signal('');
  protected readonly wrong = signal('');
  protected readonly own = computed(() => this.marks().answers.find(({ submissionId }) => submissionId === this.submissionId()));
  protected readonly given = computed(() => this.marks().themes.filter(({ id }) => this.own()?.themes.includes(id)));
  /** A retired theme is offered where the answer has it, so that it can be taken away. */
  protected readonly offered = computed(() => this.marks().themes.filter(({ id, retired }) => !retired || this.own()?.themes.includes(id)));
  /** By their values: what is typed stays when the marks are read again. */
  private readonly told = computed(() => this.own()?.practice?.told?.words ?? null);
  private readonly named = computed(() => this.own()?.practice?.told?.named ?? false);
  protected readonly telling = linkedSignal(() => this.told() !== null);
  protected readonly words = linkedSignal(() => this.told() ?? '');
  protected readonly naming = linkedSignal(() => this.named());
  protected readonly untold = signal('');
  protected readonly states = practiceStates;
  protected readonly stateWords = practiceWords;

  protected give(id: string, checked: boolean): Promise<void> {
    const themes = this.own()?.themes ?? [];
    return this.attempt(() => this.api.giveThemes(this.submissionId(), this.questionId(), checked ? [...themes, id] : themes.filter((one) => one !== id)));
  }

  protected mark(event: Event, why: string, state: string): Promise<void> {
    event.preventDefault();
    return this.attempt(() => this.api.markPractice(this.submissionId(), this.questionId(), { why, state: state as MarkedPractice['state'], told: this.telling() ? { words: this.words(), named: this.naming() } : null }));
  }

  protected unmark(): Promise<void> {
    return this.attempt(() => this.api.unmarkPractice(this.submissionId(), this.questionId()));
  }

  private async attempt(act: () => Promise<void>): Promise<void> {
    this.refused.set('');
    this.wrong.set('');
    this.untold.set('');
    try {
      await act();
      this.changed.emit();
    } catch (error) {
      const problem = problemOf(error);
      const faults = faultsOf(problem);
      const at = (...places: string[]) => faults.find(({ where }) => places.includes(where))?.detail ?? '';
      this.wrong.set(at('why'));
      this.untold.set(at('told', 'told.words', 'told/words', 'state'));
      if (!this.wrong() && !this.untold()) this.refused.set(problem.detail);
    }
  }
}
