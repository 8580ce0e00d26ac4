// A browser's half of the conversation, as cheap as possible: the load shares two cores with what it loads.
import { Agent, request } from 'node:http';

export class Caller {
  cookie = '';
  csrfToken = '';

  constructor(url) {
    this.url = new URL(url);
    this.agent = new Agent({ keepAlive: true, maxSockets: 1 });
  }

  send(method, path, body, headers = {}) {
    const payload = body === undefined ? undefined : JSON.stringify(body);
    return this.sendBytes(method, path, payload, payload && 'application/json', headers);
  }

  sendBytes(method, path, payload, type, headers = {}) {
    return new Promise((done, failed) => {
      const outgoing = request({
        agent: this.agent, host: this.url.hostname, port: this.url.port, method, path,
        headers: {
          cookie: this.cookie, 'x-csrf-token': this.csrfToken,
          ...(payload && { 'content-type': type, 'content-length': Buffer.byteLength(payload) }), ...headers,
        },
      }, (incoming) => {
        const chunks = [];
        incoming.on('data', (chunk) => chunks.push(chunk));
        incoming.on('end', () => {
          const set = incoming.headers['set-cookie']?.[0];
          if (set) this.cookie = set.split(';')[0];
          const text = Buffer.concat(chunks).toString();
          done({ status: incoming.statusCode, body: incoming.headers['content-type']?.includes('json') ? JSON.parse(text) : text });
        });
      });
      outgoing.on('error', failed);
      outgoing.end(payload);
    });
  }

  close() {
    this.agent.destroy();
  }
}
