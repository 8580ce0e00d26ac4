import { HttpClient } from '@angular/common/http';
import { Component, inject, output, signal } from '@angular/core';
import { FormField, form, minLength, required } from '@angular/forms/signals';
import { firstValueFrom } from 'rxjs';
import type { PasswordChange, SessionView } from '@attest/shared/client';
import { ErrorSummary, Field, FieldInput } from '@attest/shared/ui';
import { FormFaults, Session } from '@attest/shared/web';

@Component({
  selector: 'att-password-section',
  imports: [ErrorSummary, Field, FieldInput, FormField],
  template: `
    <h2>Password</h2>
    @if (open()) {
      <form novalidate (submit)="change($event)">
        <att-error-summary [errors]="faults.all()" />
        <att-field label="Password now" name="current" [error]="faults.at('current')">
          <input attInput type="password" autocomplete="current-password" [formField]="form.current" />
        </att-field>
        <att-field label="New password" hint="15 characters or more. Three or four words that do not belong together are easy to remember and hard to guess." name="password" [error]="faults.at('password')">
          <input attInput type="password" autocomplete="new-password" [formField]="form.password" />
        </att-field>
        <p class="att-secondary att-measure">You stay signed in here, and are signed out everywhere else.</p>
        <div class="att-buttons">
          <button type="submit" class="att-button att-button--primary">{{ faults.sending() ? 'Changing…' : 'Change password' }}</button>
          <button type="button" class="att-button att-button--quiet" (click)="open.set(false)">Cancel</button>
        </div>
      </form>
    } @else {
      <button type="button" class="att-button" (click)="begin()">Change password</button>
    }
    <p role="status">{{ said() }}</p>
  `,
})
export class PasswordSection {
  private readonly http = inject(HttpClient);
  private readonly session = inject(Session);

  readonly changed = output();
  protected readonly open = signal(false);
  protected readonly said = signal('');
  protected readonly faults = new FormFaults();
  private readonly typed = signal<PasswordChange>({ current: '', password: '' });
  protected readonly form = form(this.typed, (path) => {
    required(path.current, { message: 'Enter the password you have now.' });
    required(path.password, { message: 'Enter a new password.' });
    minLength(path.password, 15, { message: 'The new password must have 15 characters or more.' });
  }, { name: 'password' });

  protected begin(): void {
    this.typed.set({ current: '', password: '' });
    this.said.set('');
    this.open.set(true);
  }

  protected change(event: Event): Promise<void> {
    event.preventDefault();
    return this.faults.attempt(this.form, async () => {
      this.session.take(await firstValueFrom(this.http.put<SessionView>('/api/account/password', this.typed())));
      this.open.set(false);
      this.said.set('Your password is changed.');
      this.changed.emit();
    });
  }
}
