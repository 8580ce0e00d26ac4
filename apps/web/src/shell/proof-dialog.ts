import { HttpClient } from '@angular/common/http';
import { Component, inject, resource, signal } from '@angular/core';
import { FormField, form, required } from '@angular/forms/signals';
import { MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle } from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';
import type { AccountView, Proof } from '@attest/shared/client';
import { ErrorSummary, Field, FieldInput } from '@attest/shared/ui';
import { FormFaults, Session } from '@attest/shared/web';

/** Before what must not happen at a computer somebody walked away from. */
@Component({
  selector: 'att-proof-dialog',
  imports: [ErrorSummary, Field, FieldInput, FormField, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle],
  templateUrl: './proof-dialog.html',
})
export class ProofDialog {
  private readonly http = inject(HttpClient);
  protected readonly session = inject(Session);
  protected readonly account = resource({ loader: () => firstValueFrom(this.http.get<AccountView>('/api/account')) });
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
