import { HttpClient } from '@angular/common/http';
import { Component, inject, input, resource, signal } from '@angular/core';
import { FormField, form, minLength, required } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { firstValueFrom } from 'rxjs';
import type { ResetView } from '@attest/shared/client';
import { ErrorSummary, Field, FieldInput, Notice } from '@attest/shared/ui';
import { FormFaults, Page, problemOf } from '@attest/shared/web';

/** Opening the link changes nothing, so that a mail scanner that opens it first spoils nothing either. */
@Component({
  selector: 'att-reset-password-page',
  imports: [ErrorSummary, Field, FieldInput, FormField, Notice, Page, RouterLink],
  templateUrl: './reset-password-page.html',
})
export class ResetPasswordPage {
  private readonly http = inject(HttpClient);

  readonly token = input.required<string>();
  protected readonly reset = resource({
    params: () => this.token(),
    loader: ({ params: token }) => firstValueFrom(this.http.post<ResetView>('/api/password-resets/look', { token })),
  });
  protected readonly refused = () => (this.reset.error() ? problemOf(this.reset.error()).detail : '');
  protected readonly done = signal(false);
  protected readonly passwordShown = signal(false);
  protected readonly faults = new FormFaults();
  private readonly typed = signal({ password: '' });
  protected readonly form = form(this.typed, (path) => {
    required(path.password, { message: 'Enter a new password.' });
    minLength(path.password, 15, { message: 'The new password must have 15 characters or more.' });
  }, { name: 'reset' });

  protected change(event: Event): Promise<void> {
    event.preventDefault();
    return this.faults.attempt(this.form, async () => {
      await firstValueFrom(this.http.post<void>('/api/password-resets/redeem', { token: this.token(), ...this.typed() }));
      this.done.set(true);
    });
  }
}
