import { httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { FormField, form, required } from '@angular/forms/signals';
import { MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle } from '@angular/material/dialog';
import { Router } from '@angular/router';
import type { AccountView, Proof, SessionView, WelcomeView } from '@attest/shared/client';
import { ErrorSummary, Field, FieldInput } from '@attest/shared/ui';
import { FormFaults, PasskeyButton, ProviderLinks, Session } from '@attest/shared/web';

/** Before what must not happen at a computer somebody walked away from. */
@Component({
  selector: 'att-proof-dialog',
  imports: [ErrorSummary, Field, FieldInput, FormField, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle, PasskeyButton, ProviderLinks],
  templateUrl: './proof-dialog.html',
  styles: '.ways { display: flex; flex-wrap: wrap; gap: 12px; margin-bottom: 16px; }',
})
export class ProofDialog {
  protected readonly session = inject(Session);
  private readonly welcome = httpResource<WelcomeView>(() => '/api/welcome');
  private readonly account = httpResource<AccountView>(() => '/api/account');
  /** Those that sign this person in. */
  protected readonly providers = computed(() => {
    const linked = this.account.hasValue() ? this.account.value().identities.map(({ provider }) => provider) : [];
    return this.welcome.hasValue() ? this.welcome.value().providers.filter(({ name }) => linked.includes(name)) : [];
  });
  /** Whoever goes to a provider comes back here. */
  protected readonly here = inject(Router).url;
  protected readonly has = (way: SessionView['ways'][number]) => this.session.current()?.ways.includes(way) ?? false;
  protected readonly faults = new FormFaults();
  private readonly typed = signal<Required<Proof>>({ password: '', code: '' });
  protected readonly form = form(this.typed, (path) => {
    required(path.password, { message: 'Enter your password.' });
  }, { name: 'proof' });

  protected prove(event: Event): Promise<void> {
    event.preventDefault();
    const { password, code } = this.typed();
    return this.faults.attempt(this.form, () => this.session.prove(code ? { password, code } : { password }));
  }
}
