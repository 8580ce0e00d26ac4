import { randomUUID } from 'node:crypto';
import type { AnswerView, SavedAnswer } from '@attest/shared/client';
import type { Operation, Problem } from '../../libs/submissions/web/src/saving/line';
import type { Place } from '../../libs/submissions/web/src/place';
import type { Chance } from './chance';

/** Mistakes that a program like this could make, each of which must show. */
export type Mistake = 'no-idempotency-key' | 'last-write-wins' | 'asynchronous-commit';

export interface Account { readonly cookie: string; readonly csrfToken: string; readonly sessionId: string; readonly name: string }

/** How it is out there for one person at the moment. */
export interface Weather { offline: boolean; losesAnswers: boolean }

const unreachable: Problem = { code: 'unreachable', detail: '', faults: [], more: {} };
const LOST_AFTER = 5_000;

/** Failures carry a problem as the browser would read it. */
export class Failure extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
  }
}

/** A browser's way to one of several servers, of which any may be gone, over a network that may swallow the question or the answer. */
export class Transport {
  constructor(
    private readonly servers: readonly string[], private readonly account: Account, private readonly weather: Weather,
    private readonly chance: Chance, private readonly mistake: Mistake | null,
  ) {}

  async send(place: Place, { operationId, answer, version }: Operation): Promise<SavedAnswer> {
    const id = this.mistake === 'no-idempotency-key' ? randomUUID() : operationId;
    let base = version;
    for (;;) {
      try {
        return (await this.request('PUT', `/api/submissions/${place.submissionId}/answers/${place.questionId}`, { operationId: id, ...answer }, { 'if-match': `"${base}"` })) as SavedAnswer;
      } catch (error) {
        const theirs = error instanceof Failure && error.problem.code === 'changed-meanwhile' ? (error.problem.more['theirs'] as AnswerView | null | undefined) : undefined;
        // whoever cannot say that it is the same change, or does not care what stands, writes over it
        if (!theirs || this.mistake === null || this.mistake === 'asynchronous-commit') throw error;
        base = theirs.version;
        operationId = randomUUID();
        return this.send(place, { operationId, answer, version: base });
      }
    }
  }

  private async request(method: string, path: string, body: object, headers: Record<string, string>): Promise<unknown> {
    if (this.weather.offline) throw new Failure(unreachable);
    const answered = await fetch(this.chance.of(this.servers) + path, {
      method, body: JSON.stringify(body), signal: AbortSignal.timeout(LOST_AFTER),
      headers: { 'content-type': 'application/json', cookie: this.account.cookie, 'x-csrf-token': this.account.csrfToken, ...headers },
    }).then(async (response) => ({ status: response.status, body: (await response.json()) as Record<string, unknown> }), () => null);
    if (!answered || this.weather.offline || (this.weather.losesAnswers && this.chance.happens(0.6))) throw new Failure(unreachable);
    if (answered.status < 300) return answered.body;
    const { code, detail, faults, ...more } = answered.body as unknown as Problem & Record<string, unknown>;
    throw new Failure({ code: code ?? 'unexpected', detail, faults: faults ?? [], more });
  }
}
