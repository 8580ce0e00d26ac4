import { HttpClient } from '@angular/common/http';
import { Component, inject, signal } from '@angular/core';
import { FormField, email, form, required } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { firstValueFrom } from 'rxjs';
import { ErrorSummary, Field, FieldInput, Notice } from '@attest/shared/ui';
import { FormFaults, Page } from '@attest/shared/web';

/** Says the same whether or not somebody has that address. */
@Component({
  selector: 'att-forgotten-password-page',
  imports: [ErrorSummary, Field, FieldInput, FormField, Notice, Page, RouterLink],
  template: `
    <att-page heading="Forgotten your password?" back="/sign-in" backLabel="Back to sign in">
      @if (asked(); as address) {
        <att-notice tone="success" announce>
          <p>If <strong>{{ address }}</strong> has an account here, a link to choose a new password is on its way. It works once, for half an hour.</p>
          <p>Nothing after a few minutes? Look in the junk folder, and check the address with whoever invited you.</p>
        </att-notice>
        <p><a routerLink="/sign-in">Back to sign in</a></p>
      } @else {
        <p class="att-measure">Enter the address you sign in with. Your second factor stays as it is.</p>
        <form novalidate (submit)="ask($event)">
          <att-error-summary [errors]="faults.all()" />
          <att-field label="E-mail address" name="email" [error]="faults.at('email')">
            <input attInput type="email" autocomplete="username" spellcheck="false" [formField]="form.email" />
          </att-field>
          <div class="att-buttons"><button type="submit" class="att-button att-button--primary">{{ faults.sending() ? 'Sending…' : 'Send me a link' }}</button></div>
        </form>
      }
    </att-page>
  `,
})
export class ForgottenPasswordPage {
  private readonly http = inject(HttpClient);

  protected readonly asked = signal('');
  protected readonly faults = new FormFaults();
  private readonly typed = signal({ email: '' });
  protected readonly form = form(this.typed, (path) => {
    required(path.email, { message: 'Enter your e-mail address.' });
    email(path.email, { message: 'Enter an e-mail address in the form name@example.org.' });
  }, { name: 'forgotten' });

  protected ask(event: Event): Promise<void> {
    event.preventDefault();
    return this.faults.attempt(this.form, async () => {
      await firstValueFrom(this.http.post<void>('/api/password-resets', this.typed()));
      this.asked.set(this.typed().email);
    });
  }
}
