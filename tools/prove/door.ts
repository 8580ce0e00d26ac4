import { Agent, request } from 'node:http';
import type { Client } from '../../apps/api/test/client';

export interface Sent {
  readonly verb: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** A form is sent as it is, text too; everything else as JSON. */
  readonly body?: unknown;
}

export interface Answer {
  readonly status: number;
  readonly type: string;
  /** Where it sends on to. */
  readonly location?: string | undefined;
  readonly bytes: Buffer;
}

/**
 * One person's way in, as cheap as possible: tens of thousands of requests share two cores with the program they ask.
 * What it answers is bytes, because two refusals must be equal to the byte.
 */
export class Door {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 4 });
  private readonly host: URL;

  constructor(url: string, readonly cookie = '', readonly csrfToken = '', private readonly link = '', private readonly accessToken = '') {
    this.host = new URL(url);
  }

  static of(url: string, { cookie, csrfToken }: Pick<Client, 'cookie' | 'csrfToken'>): Door {
    return new Door(url, cookie, csrfToken);
  }

  async send({ verb, path, headers = {}, body }: Sent): Promise<Answer> {
    const { payload, type } = await written(body);
    return new Promise((done, failed) => {
      const outgoing = request({
        agent: this.agent, hostname: this.host.hostname, port: this.host.port, method: verb, path,
        headers: {
          ...(this.cookie && { cookie: this.cookie }), ...(this.accessToken && { authorization: `Bearer ${this.accessToken}` }), ...(this.csrfToken && verb !== 'GET' && { 'x-csrf-token': this.csrfToken }),
          ...(payload && { 'content-type': type, 'content-length': String(payload.byteLength) }), ...headers, ...(this.link && { 'x-guest-link': this.link }),
        },
      }, (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('error', failed);
        incoming.on('end', () => done({ status: incoming.statusCode!, type: incoming.headers['content-type'] ?? '', location: incoming.headers.location, bytes: Buffer.concat(chunks) }));
      });
      outgoing.on('error', failed);
      outgoing.end(payload);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}

async function written(body: unknown): Promise<{ payload?: Buffer; type: string }> {
  if (body === undefined) return { type: '' };
  if (body instanceof FormData) {
    const form = new Response(body);
    return { payload: Buffer.from(await form.arrayBuffer()), type: form.headers.get('content-type')! };
  }
  return { payload: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)), type: 'application/json' };
}

/** The code of a problem document; '' for anything else. */
export function codeOf({ type, bytes }: Answer): string {
  return type.startsWith('application/problem+json') ? (JSON.parse(bytes.toString()) as { code: string }).code : '';
}
