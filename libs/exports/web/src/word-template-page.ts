import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { LARGEST_TEMPLATE, inBraces, templatePlaceKeys, templatePlaces } from '@attest/domain/exports';
import type { WordTemplateView } from '@attest/shared/client';
import { DatePipe, EmptyState, ErrorSummary, FileDrop, Notice } from '@attest/shared/ui';
import { Page, problemOf, steady } from '@attest/shared/web';
import { firstValueFrom } from 'rxjs';

/** The partnership's own Word template: bring it, see what it has places for, take it away. */
@Component({
  selector: 'att-word-template-page',
  imports: [DatePipe, EmptyState, ErrorSummary, FileDrop, Notice, Page],
  templateUrl: './word-template-page.html',
  styles: 'att-notice, .att-card { max-width: 46rem; margin-bottom: 16px; } .att-scroll { margin-bottom: 16px; } h2 { margin-top: 32px; } h3, .att-card p { margin: 0 0 4px; } .att-card .att-buttons { margin-top: 12px; }',
})
export class WordTemplatePage {
  private readonly http = inject(HttpClient);
  protected readonly found = steady(httpResource<WordTemplateView>(() => '/api/word-template'));
  protected readonly braces = inBraces;
  protected readonly places = templatePlaceKeys.map((key) => ({ key, written: inBraces(key), about: templatePlaces[key].about }));
  protected readonly problem = signal('');
  protected readonly sending = signal(false);
  protected readonly told = signal('');
  protected readonly errors = computed(() => (this.problem() ? [{ where: 'file', detail: this.problem() }] : []));
  protected readonly list = (names: readonly string[]) => names.map(inBraces).join(', ');

  protected async bring(file: File): Promise<void> {
    if (file.size > LARGEST_TEMPLATE) return this.problem.set('The selected file must be smaller than 5 MB. Make its pictures smaller, then choose it again.');
    const form = new FormData();
    form.append('file', file);
    return this.change('The template is kept. Board packs as Word are made in it from now on.', () => firstValueFrom(this.http.post('/api/word-template', form)));
  }

  protected remove(): Promise<void> {
    return this.change('The template is removed.', () => firstValueFrom(this.http.delete('/api/word-template')));
  }

  private async change(told: string, act: () => Promise<unknown>): Promise<void> {
    if (this.sending()) return;
    this.problem.set('');
    this.told.set('');
    this.sending.set(true);
    try {
      await act();
      this.told.set(told);
      this.found.reload();
    } catch (error) {
      this.problem.set(problemOf(error).detail);
    } finally {
      this.sending.set(false);
    }
  }
}
