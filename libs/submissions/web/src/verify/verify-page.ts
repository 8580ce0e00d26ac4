import { HttpClient } from '@angular/common/http';
import { Component, inject, signal } from '@angular/core';
import { FormField, form, pattern, required, schema } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { firstValueFrom } from 'rxjs';
import type { ProofView, VerificationView } from '@attest/shared/client';
import { DatePipe, ErrorSummary, Field, FieldInput, Notice } from '@attest/shared/ui';
import { FormFaults, Page, Session } from '@attest/shared/web';
import { hashOf, referenceIn } from './signed-file';

/** Whether a receipt is what was signed. A file is hashed here, in the browser: it is never sent. */
@Component({
  selector: 'att-verify-page',
  imports: [DatePipe, ErrorSummary, Field, FieldInput, FormField, Notice, Page, RouterLink],
  templateUrl: './verify-page.html',
  styles: 'form { max-width: var(--att-measure); } code { overflow-wrap: anywhere; }',
})
export class VerifyPage {
  private readonly http = inject(HttpClient);
  private readonly session = inject(Session);

  protected readonly faults = new FormFaults();
  protected readonly typed = signal({ reference: '', sha256: '' });
  protected readonly form = form(this.typed, receipt, { name: 'receipt' });
  protected readonly verdict = signal<{ readonly matches: boolean; readonly reference: string } | null>(null);
  protected readonly proof = signal<ProofView | null>(null);
  protected readonly unread = signal('');

  protected async take(files: FileList | null): Promise<void> {
    const file = files?.[0];
    if (!file) return;
    this.unread.set('');
    const bytes = await file.arrayBuffer();
    const reference = referenceIn(bytes);
    if (reference === null) return this.unread.set('This is not a signed return: choose the file as it was downloaded.');
    this.typed.set({ reference, sha256: await hashOf(bytes) });
    await this.check();
  }

  protected check(event?: Event): Promise<void> {
    event?.preventDefault();
    this.verdict.set(null);
    this.proof.set(null);
    return this.faults.attempt(this.form, async () => {
      const { reference, sha256 } = this.typed();
      const [name, hash] = [reference.trim(), sha256.trim().toLowerCase()];
      const { matches } = await firstValueFrom(this.http.get<VerificationView>(`/api/receipts/${encodeURIComponent(name)}`, { params: { sha256: hash } }));
      this.verdict.set({ matches, reference: name });
      if (matches && this.session.current()) {
        // who may not read the return learns no more than anybody
        this.proof.set(await firstValueFrom(this.http.get<ProofView>(`/api/receipts/${encodeURIComponent(name)}/proof`, { params: { sha256: hash } })).catch(() => null));
      }
    });
  }
}

const receipt = schema<{ reference: string; sha256: string }>((path) => {
  required(path.reference, { message: 'Enter the reference.' });
  required(path.sha256, { message: 'Enter the SHA-256.' });
  pattern(path.sha256, /^\s*[0-9a-fA-F]{64}\s*$/, { message: 'Enter all 64 letters and figures of the SHA-256.' });
});
