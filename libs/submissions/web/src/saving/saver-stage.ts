import { HttpTestingController, type TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { Answer } from '@attest/domain/questionnaire';
import type { SaveAnswer } from '@attest/shared/client';
import { unanswered } from '../answers';
import { aReturn, aSavedAnswer } from '../builders';
import { CurrentReturn } from '../current-return';

// The API as the tests of the queue play it.

export const place = { submissionId: 's1', questionId: 'q1' };
export const noted = (note: string): Answer => ({ ...unanswered, note });

export const requests = () => TestBed.inject(HttpTestingController).match(({ method }) => method === 'PUT');
export const bodyOf = ({ request }: TestRequest) => request.body as SaveAnswer;
export const versionOf = ({ request }: TestRequest) => request.headers.get('If-Match');

/** The one request that is on its way. */
export function request(): TestRequest {
  const [only, ...more] = requests();
  if (!only || more.length > 0) throw new Error(`One request was expected, not ${only ? more.length + 1 : 0}.`);
  return only;
}

/** `rest` lets what is on its way be heard. */
export function api(rest: () => Promise<unknown>) {
  return {
    async opened(): Promise<void> {
      TestBed.inject(CurrentReturn).open('s1');
      TestBed.tick();
      TestBed.inject(HttpTestingController).expectOne('/api/submissions/s1').flush(aReturn());
      await rest();
    },
    async answered(it: TestRequest, version: number): Promise<void> {
      const { level, value, note, naReason } = bodyOf(it);
      it.flush(aSavedAnswer({ level, value, note, naReason, version }));
      await rest();
    },
    async unreachable(it: TestRequest): Promise<void> {
      it.error(new ProgressEvent('error'));
      await rest();
    },
    async refused(it: TestRequest, status: number, code: string, more: object = {}): Promise<void> {
      it.flush({ code, detail: 'No.', ...more }, { status, statusText: code });
      await rest();
    },
  };
}
