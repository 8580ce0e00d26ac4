import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database, Mail, SiteAddress, mailText, named, say } from '@attest/shared/api';
import { aPartnership, type Partnership } from './scenes';
import { startApi, type RunningApi } from './start-api';
import { until } from './until';

const SERVICE = '26785a09-ab16-4eb0-8407-a37497a57506';
const TEMPLATE = 'f33517ff-2a88-4f6e-b855-c550268ce08a';
const TOKEN = 'the token that only Notify was given';

interface Asked { readonly path: string; readonly authorization: string; readonly body: { email_address: string; template_id: string; reference: string; personalisation: { subject: string; body: string } } }

/** As much of GOV.UK Notify as sends an e-mail, over HTTP in this process. */
function aNotify(asked: Asked[], refusals: Map<string, { status: number; message: string }>): Promise<Server> {
  const server = createServer((request, response) => {
    void textOf(request).then((text) => {
      const body = JSON.parse(text) as Asked['body'];
      const refusal = refusals.get(body.email_address);
      refusals.delete(body.email_address);
      asked.push({ path: request.url ?? '', authorization: request.headers.authorization ?? '', body });
      response.writeHead(refusal?.status ?? 201, { 'content-type': 'application/json' })
        .end(JSON.stringify(refusal ? { status_code: refusal.status, errors: [{ error: 'BadRequestError', message: refusal.message }] } : { id: TEMPLATE, reference: body.reference }));
    });
  });
  return new Promise((listening) => { server.listen(0, '127.0.0.1', () => listening(server)); });
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

describe('mail by GOV.UK Notify', () => {
  const asked: Asked[] = [];
  const refusals = new Map<string, { status: number; message: string }>();
  let server: Server;
  let api: RunningApi;
  let partnership: Partnership;
  beforeAll(async () => {
    server = await aNotify(asked, refusals);
    api = await startApi({ variables: {
      ROLE: 'all', MAIL: 'notify', NOTIFY_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      NOTIFY_API_KEY: `attest-${SERVICE}-3d844edf-8d35-48ac-975b-e847b4f122b0`, NOTIFY_TEMPLATE_ID: TEMPLATE, NOTIFY_CALLBACK_TOKEN: TOKEN,
    } });
    partnership = await aPartnership(api);
  }, 60_000);
  afterAll(async () => {
    await api?.stop();
    server.closeAllConnections();
    server.close();
  });

  const send = () => api.app.get(Database).unattended(() => api.app.get(Mail).send({
    to: 'priya@example.org', subject: say`Choose a new password`,
    text: mailText({ greets: named('Priya Shah'), says: [], link: { says: say`Here:`, to: api.app.get(SiteAddress).link('/reset/abc') }, from: named('Attest'), because: say`You asked for it.` }),
  }));
  const delivery = async (id: string) => (await partnership.businessUnit.get('/api/mail')).body.items.find((one: { id: string }) => one.id === id);
  const receipt = (reference: string, status: string) => ({
    id: TEMPLATE, reference, to: 'priya@example.org', status, created_at: '2026-11-22T10:00:00.000000Z', completed_at: '2026-11-22T10:00:02.000000Z', sent_at: null,
    notification_type: 'email', template_id: TEMPLATE, template_version: 1,
  });
  const tell = (body: object, token = TOKEN) => api.client().post('/api/mail/notify-callback', body, { authorization: `Bearer ${token}` });

  it('hands over the subject and the text, signed, with the letter’s id as reference', async () => {
    const id = await send();
    await until(async () => (await delivery(id)).state === 'sent');
    const [first] = asked;
    expect(first).toMatchObject({ path: '/v2/notifications/email', body: { email_address: 'priya@example.org', template_id: TEMPLATE, reference: id, personalisation: { subject: 'Choose a new password' } } });
    expect(first!.body.personalisation.body).toMatch(/\n\nhttp:\/\/localhost:\d+\/reset\/abc\n\n/);
    const [, claims] = first!.authorization.replace('Bearer ', '').split('.').map((part) => Buffer.from(part, 'base64url').toString());
    expect(JSON.parse(claims!)).toMatchObject({ iss: SERVICE });
  });

  it('gives up at once on what Notify says is wrong with the letter, and tries again on what passes', async () => {
    refusals.set('priya@example.org', { status: 400, message: 'email_address priya@example.org is not allowed' });
    const wrong = await send();
    await until(async () => (await delivery(wrong)).state === 'failed');
    expect((await delivery(wrong)).reason).toBe('Notify answered 400: email_address p…@example.org is not allowed');
    refusals.set('priya@example.org', { status: 429, message: 'Exceeded send limits' });
    const later = await send();
    await until(async () => (await delivery(later)).state === 'sent');
    expect((await delivery(later)).attempts).toBe(2);
  });

  it('says of an address nobody has that it is the wrong contact, and of a delivered message nothing', async () => {
    const id = await send();
    await until(async () => (await delivery(id)).state === 'sent');
    expect((await tell(receipt(id, 'delivered'))).status).toBe(204);
    expect((await delivery(id)).state).toBe('sent');
    expect((await tell(receipt(id, 'permanent-failure'))).status).toBe(204);
    expect(await delivery(id)).toMatchObject({ state: 'wrong-contact', reason: 'Nobody has that address.', moves: [] });
    expect((await tell(receipt('not one of ours', 'permanent-failure'))).status).toBe(204);
  });

  it('believes nobody without the token', async () => {
    const id = await send();
    await until(async () => (await delivery(id)).state === 'sent');
    for (const token of ['', 'another token of the very same leng', `${TOKEN} `]) {
      expect((await tell(receipt(id, 'permanent-failure'), `${token}x`)).status).toBe(401);
    }
    expect((await delivery(id)).state).toBe('sent');
  });
});
