import { HttpClient, HttpErrorResponse } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { SavedAnswer } from '@attest/shared/client';
import type { Place } from '../place';
import { put, type AnswerWay } from '../saving/answer-way';
import type { Operation } from '../saving/line';
import { GuestReturn } from './guest-return';

/** How an answer leaves the page of a guest: with the link, which no cookie carries. */
@Injectable()
export class GuestWay implements Pick<AnswerWay, 'send' | 'keep'> {
  private readonly http = inject(HttpClient);
  private readonly current = inject(GuestReturn);

  send({ questionId }: Place, operation: Operation): Promise<SavedAnswer> {
    return put(this.http, `/api/guest/answers/${questionId}`, operation, { 'X-Guest-Link': this.current.token() });
  }

  /** There is no account to keep it for: it stays on the page, to be copied. */
  keep(): Promise<void> {
    return Promise.reject(new HttpErrorResponse({ status: 404, error: { code: 'not-found', detail: 'Nothing is kept for guests.' } }));
  }
}
