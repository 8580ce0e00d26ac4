import { Component, computed, input, linkedSignal, output, signal } from '@angular/core';
import { FormField, form, minLength, required } from '@angular/forms/signals';
import { ErrorSummary, Field, FieldInput } from '@attest/shared/ui';
import { FormFaults, type Fault } from '@attest/shared/web';

export interface Accepting { readonly name?: string; readonly password: string }

/** Name and new password of somebody who has no account; the password alone of somebody whose account rests. */
@Component({
  selector: 'att-accept-form',
  imports: [ErrorSummary, Field, FieldInput, FormField],
  templateUrl: './accept-form.html',
  styles: 'form { max-width: 30rem; } att-field .att-choice { margin-top: 4px; font-weight: 400; }',
})
export class AcceptForm {
  readonly email = input.required<string>();
  readonly name = input.required<string>();
  /** The address has an account whose last role has ended. */
  readonly known = input.required<boolean>();
  readonly refused = input.required<readonly Fault[]>();
  readonly sending = input.required<boolean>();
  readonly accepted = output<Accepting>();

  protected readonly faults = new FormFaults();
  protected readonly passwordShown = signal(false);
  protected readonly typed = linkedSignal(() => ({ name: this.name(), password: '' }));
  protected readonly passwordHint = computed(() => (this.known()
    ? 'The one you had before. If you have forgotten it, reset it from the sign-in page first.'
    : '15 characters or more. Three or four words that do not belong together are easy to remember and hard to guess.'));

  protected readonly form = form(this.typed, (path) => {
    required(path.name, { message: 'Enter your name.', when: () => !this.known() });
    required(path.password, { message: 'Enter a password.' });
    minLength(path.password, () => (this.known() ? 1 : 15), { message: 'The password must have 15 characters or more.' });
  }, { name: 'accept' });

  protected accept(event: Event): Promise<void> {
    event.preventDefault();
    return this.faults.attempt(this.form, async () => {
      const { name, password } = this.typed();
      this.accepted.emit(this.known() ? { password } : { name: name.trim(), password });
    });
  }

  protected at(where: string): string {
    return this.faults.at(where) || (this.refused().find((fault) => fault.where === where)?.detail ?? '');
  }
}
