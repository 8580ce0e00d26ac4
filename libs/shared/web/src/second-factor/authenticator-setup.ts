import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, output, resource, signal } from '@angular/core';
import { FormField, form, required } from '@angular/forms/signals';
import { firstValueFrom } from 'rxjs';
import { encode } from 'uqr';
import type { AuthenticatorOffer } from '@attest/shared/client';
import { ErrorSummary, Field, FieldInput } from '@attest/shared/ui';
import { FormFaults } from '../form-faults';
import { Reading } from '../reading';
import { Session } from '../session';

/** Scan, type the six digits, done: answers the recovery codes. */
@Component({
  selector: 'att-authenticator-setup',
  imports: [ErrorSummary, Field, FieldInput, FormField, Reading],
  templateUrl: './authenticator-setup.html',
  styleUrl: './authenticator-setup.scss',
})
export class AuthenticatorSetup {
  private readonly http = inject(HttpClient);
  private readonly session = inject(Session);

  readonly confirmed = output<readonly string[]>();
  protected readonly offer = resource({ loader: () => firstValueFrom(this.http.post<AuthenticatorOffer>('/api/session/authenticator', null)) });
  protected readonly secret = computed(() => (this.offer.hasValue() ? this.offer.value().secret.match(/.{1,4}/g)!.join(' ') : ''));
  protected readonly drawn = computed(() => (this.offer.hasValue() ? squares(this.offer.value().uri) : null));

  protected readonly faults = new FormFaults();
  private readonly typed = signal({ code: '' });
  protected readonly form = form(this.typed, (path) => {
    required(path.code, { message: 'Enter the six digits your app shows.' });
  }, { name: 'authenticator' });

  protected confirm(event: Event): Promise<void> {
    event.preventDefault();
    return this.faults.attempt(this.form, async () => this.confirmed.emit(await this.session.confirmAuthenticator(this.typed().code)));
  }
}

/** A QR code as one path of squares, with the quiet border of four that readers need. */
function squares(text: string): { readonly size: number; readonly path: string } {
  const { size, data } = encode(text, { border: 4 });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return { size, path };
}
