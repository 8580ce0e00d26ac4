import { Component, inject, input, output, signal } from '@angular/core';
import { FormField, form, required } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { ErrorSummary, Field, FieldInput } from '@attest/shared/ui';
import { FormFaults, Session } from '@attest/shared/web';

@Component({
  selector: 'att-password-form',
  imports: [ErrorSummary, Field, FieldInput, FormField, RouterLink],
  templateUrl: './password-form.html',
  styles: `
    form { max-width: 26rem; }
    .forgotten { margin-top: 24px; font-size: 1rem; }
    att-field .att-choice { margin-top: 4px; font-weight: 400; }
  `,
})
export class PasswordForm {
  private readonly session = inject(Session);

  /** Whether somebody asked for a page and was brought here first. */
  readonly asked = input(false);
  /** One primary button a page: on an empty platform that is setting it up. */
  readonly primary = input(true);
  readonly finished = output();

  protected readonly faults = new FormFaults();
  protected readonly passwordShown = signal(false);
  private readonly typed = signal({ email: '', password: '' });
  protected readonly form = form(this.typed, (path) => {
    required(path.email, { message: 'Enter your e-mail address.' });
    required(path.password, { message: 'Enter your password.' });
  }, { name: 'sign-in' });

  protected signIn(event: Event): Promise<void> {
    event.preventDefault();
    return this.faults.attempt(this.form, async () => {
      await this.session.signIn(this.typed());
      this.finished.emit();
    });
  }
}
