import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { securityTxt } from '../src/security-txt';
import type { Client } from './client';
import { aPartnership, aSchool, anOpenRound } from './scenes';
import { justProved } from './records-scenes';
import { startApi, type RunningApi } from './start-api';

let api: RunningApi;
let unit: Client;
let round: string;
const webRoot = mkdtempSync(join(tmpdir(), 'attest-web-'));
beforeAll(async () => {
  writeFileSync(join(webRoot, 'index.html'), '<!doctype html><att-root ngCspNonce="__NONCE__"></att-root>');
  writeFileSync(join(webRoot, 'main-ABC.js'), '0');
  writeFileSync(join(webRoot, '.secret.json'), '{}');
  api = await startApi({ webRoot, publicUrl: 'https://attest.example.org', variables: { SECURITY_CONTACT: 'mailto:security@example.org' } });
  unit = (await aPartnership(api)).businessUnit;
  await aSchool(api);
  round = (await anOpenRound(unit)).id;
});
afterAll(async () => {
  await api.stop();
  rmSync(webRoot, { recursive: true });
});

/** Every kind of answer there is. */
const classes: Readonly<Record<string, () => [verb: string, path: string, status: number, headers?: Record<string, string>]>> = {
  'the page': () => ['GET', '/rounds/new', 200],
  'a file of the page': () => ['GET', '/main-ABC.js', 200],
  'a file that is not there': () => ['GET', '/main-XYZ.js', 404],
  'a file nobody is meant to see': () => ['GET', '/.secret.json', 404],
  'an answer': () => ['GET', '/api/rounds', 200],
  'an answer to anybody': () => ['GET', '/api/welcome', 200],
  'the description of the API': () => ['GET', '/api/openapi.json', 200],
  'health': () => ['GET', '/health/ready', 200],
  'a file that is made': () => ['GET', `/api/rounds/${round}/export.csv`, 200],
  'a refusal': () => ['GET', '/api/organisations?colour=blue', 400],
  'a refusal of whoever is not signed in': () => ['GET', '/api/rounds', 401, { cookie: '' }],
  'a refusal of another site': () => ['POST', '/api/rounds', 403, { 'sec-fetch-site': 'cross-site', origin: 'https://elsewhere.example' }],
  'nothing in the API': () => ['GET', '/api/nothing', 404],
  'nothing outside it': () => ['POST', '/nothing', 404],
  'another method': () => ['PROPFIND', '/api/rounds', 405],
  'security.txt': () => ['GET', '/.well-known/security.txt', 200],
};

describe('every answer has the headers that keep a browser safe', () => {
  it.each(Object.keys(classes))('%s', async (name) => {
    const [verb, path, status, headers] = classes[name]!();
    const answer = await unit.send(verb, path, undefined, headers);
    expect(answer.status).toBe(status);
    const sent = Object.fromEntries(answer.headers);
    expect(sent).toMatchObject({
      'strict-transport-security': 'max-age=63072000; includeSubDomains',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
      'content-security-policy': expect.stringMatching(/default-src 'none'.*frame-ancestors 'none'/),
      'content-type': expect.stringMatching(/charset=utf-8|openxmlformats/),
    });
    expect(sent['content-security-policy']).not.toMatch(/unsafe|\*|https?:/);
    expect([sent['x-powered-by'], sent['server'], sent['access-control-allow-origin']]).toEqual([undefined, undefined, undefined]);
    if (path.startsWith('/api') || path.startsWith('/health') || path === '/rounds/new') expect(sent['cache-control']).toBe('no-store');
  });

  it('the page: scripts and styles of its own or under a nonce that is never the same, and text becomes a script through Angular alone', async () => {
    const [one, other] = [await unit.get<ArrayBuffer>('/'), await unit.get<ArrayBuffer>('/')];
    const nonceOf = (answer: typeof one) => answer.headers.get('content-security-policy')!.match(/script-src 'self' 'nonce-([\w+/=]{24})'/)![1]!;
    expect(nonceOf(one)).not.toBe(nonceOf(other));
    expect(Buffer.from(one.body).toString()).toContain(`ngCspNonce="${nonceOf(one)}"`);
    expect(one.headers.get('content-security-policy')).toContain("require-trusted-types-for 'script';trusted-types angular angular#components;");
  });

  it('what is no page runs nothing when it is opened by itself', async () => {
    expect((await unit.get('/api/rounds')).headers.get('content-security-policy')).toMatch(/(^|;)sandbox(;|$)/);
  });
});

describe('whom to tell of a hole', () => {
  it('is said as RFC 9116 has it, for the months to come', async () => {
    expect(Buffer.from((await unit.get<ArrayBuffer>('/.well-known/security.txt')).body).toString()).toMatch(
      /^Contact: mailto:security@example\.org\nExpires: \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ\nPreferred-Languages: en\nCanonical: https:\/\/attest\.example\.org\/\.well-known\/security\.txt\nPolicy: https:\/\/attest\.example\.org\/help#security\n$/);
    expect(securityTxt('mailto:a@b.example', null, new Date('2026-11-25T10:00:00.123Z'))).toContain('Expires: 2027-05-25T10:00:00Z');
  });
});

describe('methods nobody answers', () => {
  it.each(['TRACE', 'OPTIONS', 'PROPFIND', 'SEARCH'])('%s', async (method) => {
    const answer = await new Promise<{ status?: number; allow?: string; body: string }>((done) => {
      request(api.url, { method }, (incoming) => {
        let body = '';
        incoming.on('data', (chunk) => { body += chunk; });
        incoming.on('end', () => done({ status: incoming.statusCode, allow: incoming.headers.allow, body }));
      }).end();
    });
    expect(answer).toMatchObject({ status: 405, allow: 'GET, HEAD, POST, PUT, PATCH, DELETE' });
    expect(JSON.parse(answer.body)).toMatchObject({ code: 'method-not-allowed', detail: `Nothing here answers ${method}. Use GET, HEAD, POST, PUT, PATCH or DELETE.` });
  });
});

describe('the same parameter twice', () => {
  it('is refused on every route that takes it', async () => {
    const { body: document } = await unit.get('/api/openapi.json');
    const taken = Object.entries<{ get?: { parameters?: { name: string; in: string; example?: string }[] } }>(document.paths).flatMap(([path, { get }]) =>
      (get?.parameters ?? []).filter((parameter) => parameter.in === 'query').map(({ name }) => ({ path: path.replace('{id}', round)
        .replace('{questionId}', round).replace('{key}', 'leadership'), name })));
    expect(taken.length).toBeGreaterThan(10);
    await justProved(api);
    const { body: { token } } = await unit.post('/api/account/tokens', { name: 'A program', days: 1 });
    const statusOf = async (address: string) => (address.startsWith('/api/analysis/')
      ? (await fetch(`${api.url}${address}`, { headers: { Authorization: `Bearer ${token}` } })).status
      : (await unit.get(address)).status);
    for (const { path, name } of taken) {
      expect([path, name, await statusOf(`${path}?${name}=1&${name}=2`)]).toEqual([path, name, 400]);
      expect([path, name, await statusOf(`${path}?${name}[x]=1`)]).toEqual([path, name, 400]);
    }
  });
});

describe('a thousand who send their request letter by letter', () => {
  it('do not keep anybody else waiting', async () => {
    expect(api.app.getHttpServer()).toMatchObject({ headersTimeout: 15_000, requestTimeout: 300_000, maxHeadersCount: 100 });
    const { hostname, port } = new URL(api.url);
    const sockets = await Promise.all(Array.from({ length: 1000 }, () => new Promise<Socket>((done) => {
      const socket = connect(Number(port), hostname, () => socket.write('GET /api/rounds HTTP/1.1\r\nHost: x\r\nX-Slow: ', () => done(socket)));
      socket.on('error', () => {});
    })));
    expect((await unit.get('/api/rounds')).status).toBe(200);
    // long before the slow ones are cut off
    expect(sockets.filter(({ destroyed }) => destroyed)).toEqual([]);
    for (const socket of sockets) socket.destroy();
  });
});
