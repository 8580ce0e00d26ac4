import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { firstValueFrom } from 'rxjs';
import type { SigningView, Submit } from '@attest/shared/client';
import { DatePipe, Notice } from '@attest/shared/ui';
import { Page } from '@attest/shared/web';
import { CurrentReturn } from '../current-return';
import { SendBackForm } from './send-back-form';
import { SignatureForm } from './signature-form';
import { SignatureList } from './signature-list';
import { SigningSummary } from './signing-summary';

/** What somebody sees who comes to sign: what stands out, who has signed, and the declaration. Made for a phone between two meetings. */
@Component({
  selector: 'att-sign-page',
  imports: [DatePipe, Notice, Page, RouterLink, SendBackForm, SignatureForm, SignatureList, SigningSummary],
  templateUrl: './sign-page.html',
  styles: '.act { max-width: var(--att-measure); } h2 { margin-top: 32px; }',
})
export class SignPage {
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  private readonly current = inject(CurrentReturn);
  readonly id = input.required<string>();

  protected readonly signing = httpResource<SigningView>(() => `/api/submissions/${this.id()}/signing`);
  private readonly read = computed(() => (this.signing.hasValue() ? this.signing.value() : null));
  protected readonly heading = computed(() => (this.read()?.moves.includes('receipt') ? 'Signed and submitted' : 'Check before you sign'));
  protected readonly caption = computed(() => {
    const of = this.read();
    return of ? `${of.round.name}, ${of.organisation.name}` : '';
  });
  protected readonly next = computed(() => this.read()?.steps.find(({ state }) => state === 'next') ?? null);
  protected readonly isLast = computed(() => this.read()?.steps.at(-1)?.key === this.next()?.key);

  /** Somebody who has signed says that they are the next one too. */
  protected readonly again = signal(false);
  protected readonly signs = computed(() => this.read()?.moves.includes('sign') || (this.again() && this.read()?.moves.includes('sign-again')));
  protected readonly waits = computed(() => this.read()?.whyNot ?? (this.read()?.moves.includes('sign-again') ? `You have signed. The next signature is for: ${this.next()?.who}.` : null));

  protected readonly sign = async (signature: Submit): Promise<void> => {
    const now = await this.post('signatures', { step: this.next()!.key, ...signature, versionId: this.current.view()?.versionId });
    this.again.set(false);
    if (now.moves.includes('receipt')) await this.router.navigate(['/returns', this.id(), 'receipt']);
  };

  protected readonly sendBack = async (note: string): Promise<void> => {
    await this.post('send-back', { note });
  };

  /** What comes back is how it stands now; when it is refused, somebody may have been quicker. */
  private async post(what: string, body: object): Promise<SigningView> {
    try {
      const now = await firstValueFrom(this.http.post<SigningView>(`/api/submissions/${this.id()}/${what}`, body));
      this.signing.set(now);
      return now;
    } catch (error) {
      this.signing.reload();
      throw error;
    } finally {
      this.current.refresh();
    }
  }
}
