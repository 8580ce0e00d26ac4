import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { FormField, form, maxLength, minLength, required, validate } from '@angular/forms/signals';
import { mostCharacters } from '@attest/domain/actions';
import type { UsualDate } from '@attest/shared/client';
import { ErrorSummary, Field, FieldInput, asTyped, isoFrom } from '@attest/shared/ui';
import { FormFaults } from '@attest/shared/web';
import { ActionsApi } from './actions-api';

/** What, who, by when: an action that nobody has planned yet. */
@Component({
  selector: 'att-action-form',
  imports: [ErrorSummary, Field, FieldInput, FormField],
  templateUrl: './action-form.html',
  styleUrl: './action-form.scss',
})
export class ActionForm {
  private readonly api = inject(ActionsApi);
  readonly submissionId = input.required<string>();
  readonly questionId = input<string | null>(null);
  readonly usualDates = input<readonly UsualDate[]>([]);
  readonly saved = output();
  readonly cancelled = output();

  protected readonly faults = new FormFaults();
  protected readonly typed = linkedSignal(() => ({ title: '', owner: '', dueOn: '' }));
  protected readonly form = form(this.typed, (path) => {
    required(path.title, { message: 'Say in a few words what will be done.' });
    minLength(path.title, 3, { message: 'Say in a few words what will be done.' });
    maxLength(path.title, mostCharacters.title, { message: `Use ${mostCharacters.title} characters or fewer.` });
    maxLength(path.owner, mostCharacters.owner, { message: `Use ${mostCharacters.owner} characters or fewer.` });
    validate(path.dueOn, ({ value }) => (value().trim() === '' || isoFrom(value()) ? null : { kind: 'date', message: 'Enter a real date as day, month and year, such as 27/09/2027.' }));
  }, { name: 'action' });
  /** So that several forms of one page have names of their own. */
  protected readonly named = computed(() => this.questionId() ?? 'whole');

  protected choose(date: string): void {
    this.typed.update((before) => ({ ...before, dueOn: asTyped(date) }));
  }

  protected save(event: Event): Promise<void> {
    event.preventDefault();
    const { title, owner, dueOn } = this.typed();
    return this.faults.attempt(this.form, async () => {
      await this.api.add(this.submissionId(), { questionId: this.questionId(), title, owner, dueOn: isoFrom(dueOn) });
      this.saved.emit();
    });
  }
}
