import type { Any } from './any';

export interface Answered<T> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
}

/** What a browser does between us and the program: keeps the cookie, sends the token. */
export class Client {
  cookie = '';
  /** What says, once somebody has signed in, that they did so here. */
  knownBrowser = '';
  csrfToken = '';

  constructor(private readonly url: string) {}

  async signIn(email: string, password: string): Promise<Answered<Any>> {
    const answer = await this.post<{ csrfToken: string }>('/api/session', { email, password });
    if (answer.status === 200) this.csrfToken = answer.body.csrfToken;
    return answer;
  }

  get<T = Any>(path: string): Promise<Answered<T>> {
    return this.send('GET', path);
  }

  post<T = Any>(path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answered<T>> {
    return this.send('POST', path, body, headers);
  }

  put<T = Any>(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answered<T>> {
    return this.send('PUT', path, body, headers);
  }

  delete<T = Any>(path: string): Promise<Answered<T>> {
    return this.send('DELETE', path);
  }

  async send<T>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answered<T>> {
    const form = body instanceof FormData;
    const response = await fetch(this.url + path, {
      method,
      headers: {
        ...(body === undefined || form ? {} : { 'content-type': 'application/json' }),
        ...(this.cookie || this.knownBrowser ? { cookie: [this.cookie, this.knownBrowser].filter(Boolean).join('; ') } : {}),
        ...(this.csrfToken && method !== 'GET' ? { 'x-csrf-token': this.csrfToken } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { body: form || typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    for (const set of response.headers.getSetCookie()) {
      const [pair = ''] = set.split(';');
      if (/^[\w-]*attest-browser=/.test(pair)) this.knownBrowser = pair;
      else if (/^(__Host-)?attest=/.test(pair)) this.cookie = pair;
    }
    const json = response.headers.get('content-type')?.includes('json');
    const content = json ? await response.json() : await response.arrayBuffer();
    return { status: response.status, headers: response.headers, body: content as T };
  }
}
