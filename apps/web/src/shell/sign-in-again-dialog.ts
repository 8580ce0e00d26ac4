import { Component, computed, inject, signal } from '@angular/core';
import { FormField, form, required } from '@angular/forms/signals';
import { MatDialogActions, MatDialogContent, MatDialogTitle } from '@angular/material/dialog';
import { ErrorSummary, Field, FieldInput } from '@attest/shared/ui';
import { FormFaults, PasskeyButton, SecondFactorForm, Session } from '@attest/shared/web';

@Component({
  selector: 'att-sign-in-again-dialog',
  imports: [ErrorSummary, Field, FieldInput, FormField, MatDialogActions, MatDialogContent, MatDialogTitle, PasskeyButton, SecondFactorForm],
  templateUrl: './sign-in-again-dialog.html',
})
export class SignInAgainDialog {
  protected readonly session = inject(Session);
  protected readonly ways = computed(() => this.session.current()?.ways ?? []);
  protected readonly faults = new FormFaults();
  private readonly typed = signal({ password: '' });
  protected readonly form = form(this.typed, (path) => {
    required(path.password, { message: 'Enter your password.' });
  }, { name: 'again' });

  /** Only the person whose page this is: anybody else starts from the sign-in page. */
  protected signIn(event: Event): Promise<void> {
    event.preventDefault();
    const email = this.session.current()!.person.email;
    return this.faults.attempt(this.form, () => this.session.signIn({ email, ...this.typed() }));
  }
}
