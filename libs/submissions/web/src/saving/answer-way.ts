import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { Answer } from '@attest/domain/questionnaire';
import type { SavedAnswer } from '@attest/shared/client';
import type { Place } from '../place';
import type { Operation } from './line';

/** Milliseconds after which an answer counts as lost on the way: a closed lid ends connections without telling anybody. */
export const LOST_AFTER = 30_000;

/** How an answer leaves the page of whoever is signed in. Guests have a way of their own. */
@Injectable({ providedIn: 'root' })
export class AnswerWay {
  private readonly http = inject(HttpClient);

  send({ submissionId, questionId }: Place, operation: Operation): Promise<SavedAnswer> {
    return put(this.http, `/api/submissions/${submissionId}/answers/${questionId}`, operation);
  }

  async keep({ submissionId, questionId }: Place, { operationId, answer }: Operation, because: string): Promise<void> {
    const reason = because === 'disposed' ? 'not-found' : because;
    await firstValueFrom(this.http.post(`/api/submissions/${submissionId}/kept-drafts`, { operationId, questionId, ...answer, because: reason }, { timeout: LOST_AFTER }));
  }
}

export function put(http: HttpClient, address: string, { operationId, answer, version }: Operation, headers: Readonly<Record<string, string>> = {}): Promise<SavedAnswer> {
  // `keepalive`: it arrives even when the tab is closed meanwhile
  const options = { headers: { ...headers, 'If-Match': `"${version}"` }, keepalive: isSmall(answer), timeout: LOST_AFTER };
  return firstValueFrom(http.put<SavedAnswer>(address, { operationId, ...answer }, options));
}

/** Browsers refuse to keep more than 64 kB alive. */
const isSmall = (answer: Answer) => JSON.stringify(answer).length < 15_000;
