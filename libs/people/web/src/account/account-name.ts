import { HttpClient } from '@angular/common/http';
import { Component, inject, input, linkedSignal, output, signal } from '@angular/core';
import { FormField, form, required } from '@angular/forms/signals';
import { firstValueFrom } from 'rxjs';
import type { SessionView } from '@attest/shared/client';
import { ErrorSummary, Field, FieldInput } from '@attest/shared/ui';
import { FormFaults, Session } from '@attest/shared/web';

/** The name that stands beside what one does. The address is what one signs in with: whoever invites gives it. */
@Component({
  selector: 'att-account-name',
  imports: [ErrorSummary, Field, FieldInput, FormField],
  template: `
    <form novalidate (submit)="rename($event)">
      <att-error-summary [errors]="faults.all()" />
      <att-field label="Your name" hint="It stands beside what you answer, sign and send." name="name" [error]="faults.at('name')">
        <input attInput autocomplete="name" [formField]="form.name" />
      </att-field>
      <p>E-mail address: <strong>{{ email() }}</strong></p>
      <div class="att-buttons">
        <button type="submit" class="att-button">{{ faults.sending() ? 'Saving…' : 'Save name' }}</button>
        <span role="status">{{ said() }}</span>
      </div>
    </form>
  `,
})
export class AccountName {
  private readonly http = inject(HttpClient);
  private readonly session = inject(Session);

  readonly name = input.required<string>();
  readonly email = input.required<string>();
  readonly changed = output();

  protected readonly faults = new FormFaults();
  protected readonly said = signal('');
  private readonly typed = linkedSignal(() => ({ name: this.name() }));
  protected readonly form = form(this.typed, (path) => {
    required(path.name, { message: 'Enter your name.' });
  }, { name: 'account-name' });

  protected rename(event: Event): Promise<void> {
    event.preventDefault();
    this.said.set('');
    return this.faults.attempt(this.form, async () => {
      this.session.take(await firstValueFrom(this.http.put<SessionView>('/api/account/name', this.typed())));
      this.said.set('Saved.');
      this.changed.emit();
    });
  }
}
