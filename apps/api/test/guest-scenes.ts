import { randomUUID } from 'node:crypto';
import type { Any } from './any';
import type { Answered, Client } from './client';
import type { RunningApi } from './start-api';

/** Somebody without an account, who has a link and nothing else. */
export interface GuestBrowser {
  questions(): Promise<Answered<Any>>;
  save(questionId: string, answer: object, version?: number, operationId?: string): Promise<Answered<Any>>;
}

export function guestWith(api: RunningApi, token: string): GuestBrowser {
  const [browser, headers] = [api.client(), { 'x-guest-link': token }];
  return {
    questions: () => browser.send('GET', '/api/guest/questions', undefined, headers),
    save: (questionId, answer, version = 0, operationId = randomUUID()) =>
      browser.put(`/api/guest/answers/${questionId}`, { operationId, level: null, value: null, note: '', naReason: null, ...answer }, { ...headers, 'if-match': `"${version}"` }),
  };
}

export const wanted = (questionIds: readonly string[], changes: object = {}) =>
  ({ name: 'Sam Price', email: 'sam.price@governors.example', questionIds, untilOn: '2026-11-29', note: '', ...changes });

/** Gives a link and answers its id and its token. */
export async function aGuestLink(client: Client, returnId: string, questionIds: readonly string[], changes: object = {}): Promise<{ readonly id: string; readonly token: string }> {
  const { status, body } = await client.post(`/api/submissions/${returnId}/guest-links`, wanted(questionIds, changes));
  if (status !== 200) throw new Error(JSON.stringify(body));
  return { id: body.id, token: body.link.split('#')[1] };
}
