import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { FormField, form, maxLength, required } from '@angular/forms/signals';
import { firstValueFrom } from 'rxjs';
import type { MadeToken, TokenView } from '@attest/shared/client';
import { DatePipe, EmptyState, ErrorSummary, Field, FieldInput, Notice } from '@attest/shared/ui';
import { FormFaults, Page, problemOf, steady } from '@attest/shared/web';
import { Recipes } from './recipes';

const DAYS = [30, 90, 180, 365] as const;

/** Keys by which Excel and Power BI read figures while nobody is there; and how to tell them. */
@Component({
  selector: 'att-tokens-page',
  imports: [DatePipe, EmptyState, ErrorSummary, Field, FieldInput, FormField, Notice, Page, Recipes],
  templateUrl: './tokens-page.html',
  styles: 'form, .att-card, .shown { display: block; max-width: 46rem; } .att-card { margin-bottom: 12px; } h3, .att-card p { margin: 0 0 4px; } .shown { margin-top: 24px; } .shown code { overflow-wrap: anywhere; font-size: 1rem; }',
})
export class TokensPage {
  private readonly http = inject(HttpClient);
  protected readonly tokens = steady(httpResource<TokenView[]>(() => '/api/account/tokens'));
  protected readonly faults = new FormFaults();
  protected readonly days = DAYS;
  protected readonly chosen = signal<number>(90);
  protected readonly made = signal<MadeToken | null>(null);
  protected readonly wrong = signal('');
  protected readonly told = computed(() => (this.made() ? 'The token is made. Copy it now.' : ''));
  private readonly typed = signal({ name: '' });
  protected readonly form = form(this.typed, (path) => {
    required(path.name, { message: 'Give it a name, such as what uses it.' });
    maxLength(path.name, 80, { message: 'The name must have 80 characters or fewer.' });
  }, { name: 'token' });

  protected create(event: Event): Promise<void> {
    event.preventDefault();
    return this.faults.attempt(this.form, async () => {
      this.made.set(await firstValueFrom(this.http.post<MadeToken>('/api/account/tokens', { name: this.typed().name, days: this.chosen() })));
      this.typed.set({ name: '' });
      this.tokens.reload();
    });
  }

  protected async revoke(id: string): Promise<void> {
    this.wrong.set('');
    await firstValueFrom(this.http.delete<void>(`/api/account/tokens/${id}`)).catch((error: unknown) => this.wrong.set(problemOf(error).detail));
    if (this.made()?.id === id) this.made.set(null);
    this.tokens.reload();
  }

  protected copy(token: string): void {
    void navigator.clipboard.writeText(token);
  }
}
