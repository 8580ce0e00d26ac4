import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { ReopeningView, SubmissionView } from '@attest/shared/client';
import { DatePipe, Notice } from '@attest/shared/ui';
import { problemOf } from '@attest/shared/web';
import { CurrentReturn } from '../current-return';
import { ReopenForm, type Opening } from './reopen-form';

/** What can still become of a return that was handed in: accepted, opened again, or asked to be; and what was asked and said. */
@Component({
  selector: 'att-handed-in-ways',
  imports: [DatePipe, Notice, ReopenForm],
  templateUrl: './handed-in-ways.html',
  styles: ':host { display: block; margin-bottom: 20px; } p { max-width: var(--att-measure); }',
})
export class HandedInWays {
  private readonly http = inject(HttpClient);
  private readonly current = inject(CurrentReturn);
  readonly of = input.required<SubmissionView>();

  protected readonly history = httpResource<ReopeningView[]>(() => `/api/submissions/${this.of().id}/reopenings`);
  protected readonly newest = computed(() => (this.history.hasValue() ? this.history.value()[0] ?? null : null));
  protected readonly asked = computed(() => this.newest()?.state === 'asked');
  protected readonly decides = computed(() => this.of().moves.includes('reopen'));
  protected readonly opening = signal(false);
  protected readonly opened = signal(false);
  protected readonly wrong = signal('');

  protected readonly send = async ({ reason, questionIds, untilOn }: Opening): Promise<void> => {
    const [path, body] = this.decides() ? ['reopen', { reason, questionIds, untilOn }] : ['reopening-requests', { reason, questionIds }];
    await firstValueFrom(this.http.post(`/api/submissions/${this.of().id}/${path}`, body));
    this.opening.set(false);
    if (this.decides()) this.opened.set(true);
    else this.history.reload();
  };

  protected async accept(): Promise<void> {
    this.wrong.set('');
    try {
      await firstValueFrom(this.http.post(`/api/submissions/${this.of().id}/accept`, {}));
    } catch (error) {
      this.wrong.set(problemOf(error).detail);
    }
    this.current.refresh();
  }
}
