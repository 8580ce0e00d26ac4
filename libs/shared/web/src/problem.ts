import { HttpErrorResponse } from '@angular/common/http';

/** One thing that is wrong: where (a field, a row, a question) and what to do about it. */
export interface Fault {
  readonly where: string;
  readonly detail: string;
}

/** Why a request was refused. `code` is stable; `detail` is a sentence for people. */
export interface Problem {
  readonly code: string;
  readonly detail: string;
  readonly faults: readonly Fault[];
  /** Further members, such as both versions of an answer. */
  readonly more: Readonly<Record<string, unknown>>;
}

const unreachable: Problem = {
  code: 'unreachable', faults: [], more: {},
  detail: 'Attest cannot be reached at the moment. Check your connection, then try again. What you typed is still on this page.',
};
const unexpected: Problem = {
  code: 'unexpected', faults: [], more: {},
  detail: 'Something went wrong on our side. What you typed is still on this page: try again in a moment.',
};

/** What any error says to a person: the API's own words, or ours when the API could not say anything. */
export function problemOf(error: unknown): Problem {
  const response = responseIn(error);
  if (!response) return unexpected;
  // a proxy in front of a restarting server answers these with a page of its own
  if (response.status === 0 || (response.status >= 502 && !isProblem(response.error))) return unreachable;
  if (!isProblem(response.error)) return unexpected;
  const { code, detail, faults, ...more } = response.error;
  return { code, detail, faults: faults ?? [], more };
}

/** Faults to list above a form; without any, the problem itself is the one thing to say. */
export const faultsOf = (problem: Problem): readonly Fault[] =>
  problem.faults.length > 0 ? problem.faults : [{ where: '', detail: problem.detail }];

/** A resource wraps what it was thrown. */
function responseIn(error: unknown): HttpErrorResponse | null {
  if (error instanceof HttpErrorResponse) return error;
  return error instanceof Error && error.cause ? responseIn(error.cause) : null;
}

function isProblem(body: unknown): body is { code: string; detail: string; faults?: Fault[] } & Record<string, unknown> {
  return typeof body === 'object' && body !== null && 'code' in body && 'detail' in body;
}
