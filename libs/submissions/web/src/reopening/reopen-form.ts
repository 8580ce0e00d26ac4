import { Component, computed, input, output, signal } from '@angular/core';
import { FormField, form, maxLength, required, schema } from '@angular/forms/signals';
import type { SubmissionView } from '@attest/shared/client';
import { DAY_HINT, DayInput, ErrorSummary, Field, FieldInput } from '@attest/shared/ui';
import { FormFaults, validDay } from '@attest/shared/web';
import { questionsOf } from '../answers';

export interface Opening {
  readonly reason: string;
  readonly questionIds: string[];
  readonly untilOn: string;
}

/** Why, how far, and by the business unit until when. */
@Component({
  selector: 'att-reopen-form',
  imports: [DayInput, ErrorSummary, Field, FieldInput, FormField],
  templateUrl: './reopen-form.html',
  styles: ':host { display: block; max-width: var(--att-measure); } fieldset { margin-bottom: 20px; } .questions { max-height: 20rem; margin: 8px 0; padding: 4px 16px; overflow-y: auto; border: 1px solid var(--att-outline); border-radius: var(--att-radius); }',
})
export class ReopenForm {
  readonly of = input.required<SubmissionView>();
  /** Whether it is opened, or only asked for. */
  readonly decides = input.required<boolean>();
  readonly send = input.required<(opening: Opening) => Promise<unknown>>();
  readonly cancelled = output();

  protected readonly faults = new FormFaults();
  protected readonly dayHint = DAY_HINT;
  protected readonly questions = computed(() => questionsOf(this.of()));
  protected readonly whole = signal(true);
  protected readonly chosen = signal<ReadonlySet<string>>(new Set());
  private readonly typed = signal({ reason: '', untilOn: inTwoWeeks() });
  protected readonly form = form(this.typed, opening, { name: 'reopen' });

  protected toggle(id: string): void {
    this.chosen.update((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]));
  }

  protected submit(event: Event): Promise<void> {
    event.preventDefault();
    return this.faults.attempt(this.form, () => this.send()({ ...this.typed(), questionIds: this.whole() ? [] : [...this.chosen()] }));
  }
}

const opening = schema<{ reason: string; untilOn: string }>((path) => {
  required(path.reason, { message: 'Say why.' });
  maxLength(path.reason, 2000, { message: 'Use 2,000 characters or fewer.' });
  required(path.untilOn, { message: 'Enter until when.' });
  validDay(path.untilOn, 'Enter until when');
});

const inTwoWeeks = () => new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10);
