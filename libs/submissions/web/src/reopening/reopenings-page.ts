import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { firstValueFrom } from 'rxjs';
import type { ReopeningView } from '@attest/shared/client';
import { DatePipe, EmptyState } from '@attest/shared/ui';
import { Page } from '@attest/shared/web';
import { DecideReopening, type Decision } from './decide-reopening';

/** What organisations ask the business unit for, and what is open again. */
@Component({
  selector: 'att-reopenings-page',
  imports: [DatePipe, DecideReopening, EmptyState, Page, RouterLink],
  templateUrl: './reopenings-page.html',
  styles: 'article { max-width: 46rem; } .att-list { display: grid; gap: 16px; }',
})
export class ReopeningsPage {
  private readonly http = inject(HttpClient);
  protected readonly live = httpResource<ReopeningView[]>(() => '/api/reopenings');
  private readonly all = computed(() => (this.live.hasValue() ? this.live.value() : []));
  protected readonly asked = computed(() => this.all().filter(({ state }) => state === 'asked'));
  protected readonly open = computed(() => this.all().filter(({ state }) => state === 'open'));
  protected readonly said = signal('');

  protected readonly decide = async (asked: ReopeningView, { how, body }: Decision): Promise<void> => {
    await firstValueFrom(this.http.post(`/api/reopenings/${asked.id}/${how}`, body));
    this.said.set(`${how === 'grant' ? 'Opened again' : 'Left as it is'}: ${asked.organisation.name}. They have been told.`);
    this.live.reload();
  };

  protected how({ questions }: ReopeningView): string {
    return questions.length === 0 ? 'The whole return' : questions.map(({ ref, title }) => `${ref} ${title}`).join('; ');
  }
}
