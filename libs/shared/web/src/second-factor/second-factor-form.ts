import { Component, booleanAttribute, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { FormField, form, required } from '@angular/forms/signals';
import { ErrorSummary, Field, FieldInput } from '@attest/shared/ui';
import { FormFaults } from '../form-faults';
import { Session } from '../session';

/** The second half of signing in: the six digits of the app, or a recovery code where the telephone is not at hand. */
@Component({
  selector: 'att-second-factor-form',
  imports: [ErrorSummary, Field, FieldInput, FormField],
  templateUrl: './second-factor-form.html',
})
export class SecondFactorForm {
  private readonly session = inject(Session);

  readonly finished = output();
  protected readonly faults = new FormFaults();
  /** For whoever has no app. */
  readonly recovery = input(false, { transform: booleanAttribute });
  protected readonly lost = linkedSignal(() => this.recovery());
  protected readonly look = computed(() => (this.lost()
    ? { label: 'Recovery code', hint: 'One of the ten you kept when you set up your second factor. Each works once.', autocomplete: 'off', other: 'Use the app instead' }
    : { label: 'Code', hint: 'The six digits your authenticator app shows for Attest now.', autocomplete: 'one-time-code', other: 'Use a recovery code instead' }));
  private readonly typed = signal({ code: '' });
  protected readonly form = form(this.typed, (path) => {
    required(path.code, { message: () => (this.lost() ? 'Enter a recovery code.' : 'Enter the six digits of your app.') });
  }, { name: 'second-factor' });

  protected swap(): void {
    this.lost.update((lost) => !lost);
    this.typed.set({ code: '' });
  }

  protected finish(event: Event): Promise<void> {
    event.preventDefault();
    return this.faults.attempt(this.form, async () => {
      await this.session.finish(this.typed().code);
      this.finished.emit();
    });
  }
}
