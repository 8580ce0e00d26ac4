import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database, Jobs, Mail, SiteAddress, mailText, named, say, type SignedInCaller } from '@attest/shared/api';
import { aMailServer, type MailServer } from './mail-server';
import { aPartnership, aPerson, type Partnership } from './scenes';
import { startApi, type RunningApi } from './start-api';
import { until } from './until';

describe('mail by SMTP', () => {
  let server: MailServer;
  let api: RunningApi;
  let caller: SignedInCaller;
  let partnership: Partnership;
  let log: ReturnType<typeof heard>;
  beforeAll(async () => {
    log = heard();
    server = await aMailServer();
    api = await startApi({ publicUrl: 'http://attest.example.org', variables: { ROLE: 'all', MAIL: 'smtp', SMTP_URL: server.url, MAIL_FROM: 'Attest <attest@example.org>' } });
    partnership = await aPartnership(api);
    const { id: personId } = await aPerson(api, { role: 'business-unit' });
    caller = { partnershipId: partnership.id, personId, sessionId: randomUUID(), name: 'Priya Shah', email: 'priya@example.org', memberships: [] };
  });
  afterAll(async () => {
    await api?.stop();
    await server.stop();
    log.stop();
  });

  const invitation = (to: string) => ({
    to, subject: say`You are invited to ${named('Attest')}`,
    text: mailText({
      greets: named('Jamila Ahmed'), says: [say`You are invited to answer for ${named('Oakfield Primary School')} until ${new Date('2026-12-11')}.`],
      link: { says: say`Choose your password here:`, to: api.app.get(SiteAddress).link('/invitations/abc') },
      from: named('South Riverside Safeguarding Children Partnership'), because: say`You get this message because the business unit invited you.`,
    }),
  });
  const send = (to: string, outcome = () => undefined as void) => {
    const database = api.app.get(Database);
    return database.transaction(caller, 'write', async () => {
      const id = await api.app.get(Mail).send(invitation(to));
      outcome();
      return id;
    });
  };
  const rowOf = async (id: string) => (await api.administrator.query('select * from app.mail where id = $1', [id])).rows[0];
  const done = (id: string) => until(async () => (await rowOf(id)).sent_at !== null);
  const sentTo = (to: string) => server.received.filter((one) => one.to === to);

  it('leaves once the transaction has committed, with its words and its own Message-ID, and is forgotten', async () => {
    const id = await send('dsl@oakfield.example');
    await until(() => sentTo('dsl@oakfield.example').length === 1);
    const [letter] = sentTo('dsl@oakfield.example');
    expect(letter!.headers).toMatchObject({ from: 'Attest <attest@example.org>', to: 'dsl@oakfield.example', subject: 'You are invited to Attest', 'message-id': `<${id}@attest.example.org>`, 'auto-submitted': 'auto-generated' });
    expect(letter!.text).toBe(`Hello Jamila Ahmed,

You are invited to answer for Oakfield Primary School until 11 December
2026.

Choose your password here:

http://attest.example.org/invitations/abc

South Riverside Safeguarding Children Partnership

You get this message because the business unit invited you.

If you did not expect this message, you can delete it: nothing changes.
`);
    await done(id);
    expect(await rowOf(id)).toMatchObject({ body: '', subject: 'You are invited to Attest', attempts: 1, partnership_id: partnership.id });
  });

  it('does not leave when the transaction is rolled back', async () => {
    await expect(send('nobody@oakfield.example', () => { throw new Error('changed my mind'); })).rejects.toThrow('changed my mind');
    const after = await send('after@oakfield.example');
    await done(after);
    expect(sentTo('nobody@oakfield.example')).toEqual([]);
  });

  it('is sent where nobody is signed in, of no partnership', async () => {
    const database = api.app.get(Database);
    const id = await database.unattended(() => api.app.get(Mail).send(invitation('reset@oakfield.example')));
    await done(id);
    expect([sentTo('reset@oakfield.example').length, (await rowOf(id)).partnership_id]).toEqual([1, null]);
    await expect(database.unattended(async () => database.caller)).rejects.toThrow('works for nobody');
  });

  it('is tried again when the server is busy, and says why meanwhile, without the address', async () => {
    server.answers('busy@oakfield.example', { code: 451, words: 'busy@oakfield.example: try again later' });
    const id = await send('busy@oakfield.example');
    await until(async () => (await rowOf(id)).reason !== null);
    expect((await rowOf(id)).reason).toMatch(/451 b…@oakfield\.example: try again later/);
    await done(id);
    expect([sentTo('busy@oakfield.example').length, await rowOf(id)]).toEqual([1, expect.objectContaining({ attempts: 2, reason: null, body: '' })]);
  });

  it('is given up at once when the server says that nobody is there, and sent again when the business unit asks', async () => {
    server.answers('typo@oakfield.example', { code: 550, words: 'No such user' });
    const id = await send('typo@oakfield.example');
    await until(async () => (await rowOf(id)).failed_at !== null);
    const { body: list } = await partnership.businessUnit.get('/api/mail');
    expect(list.by).toBe('smtp');
    expect(list.items.find((one: { id: string }) => one.id === id)).toMatchObject({ to: 'typo@oakfield.example', state: 'failed', reason: expect.stringContaining('No such user'), moves: ['send-again'] });
    expect(JSON.stringify(list)).not.toContain('/invitations/');
    expect((await partnership.businessUnit.post(`/api/mail/${id}/send-again`)).status).toBe(204);
    await done(id);
    expect(sentTo('typo@oakfield.example').length).toBe(1);
    expect((await partnership.businessUnit.post(`/api/mail/${id}/send-again`)).status).toBe(409);
  });

  it('causes at most one copy, known by its Message-ID, when what was sent could not be noted down', async () => {
    await api.administrator.query(`create function public.stumble() returns trigger language plpgsql as $$ begin raise exception 'gone'; end $$;
      create trigger stumble before update of sent_at on app.mail for each row when (new.sent_at is not null) execute function public.stumble()`);
    const id = await send('twice@oakfield.example');
    await until(() => sentTo('twice@oakfield.example').length === 1);
    await api.administrator.query('drop trigger stumble on app.mail');
    await done(id);
    const letters = sentTo('twice@oakfield.example');
    expect(letters.length).toBeLessThanOrEqual(2);
    expect(new Set(letters.map(({ headers }) => headers['message-id'])).size).toBe(1);
  });

  it('is not sent when it has waited for a week', async () => {
    const database = api.app.get(Database);
    const id = await database.transaction(caller, 'write', () => api.app.get(Mail).send(invitation('late@oakfield.example')));
    await done(id);
    await api.administrator.query("update app.mail set sent_at = null, body = 'old', created_at = now() - interval '8 days' where id = $1", [id]);
    await database.unattended(() => api.app.get(Jobs).send('mail', { mailId: id }));
    await until(async () => (await rowOf(id)).failed_at !== null);
    expect([sentTo('late@oakfield.example').length, await rowOf(id)]).toEqual([1, expect.objectContaining({ body: '', reason: expect.stringContaining('more than a week') })]);
  });

  it('leaves no address, subject or text in the log', () => {
    expect(log.lines.join('')).toMatch(/b…@oakfield\.example[\s\S]*t…@oakfield\.example/);
    expect(log.lines.join('')).not.toMatch(/(busy|typo|late|twice|dsl)@|You are invited|Oakfield|invitations\//);
  });

  it('takes three hundred at once', async () => {
    const [database, mail] = [api.app.get(Database), api.app.get(Mail)];
    const started = Date.now();
    await database.transaction(caller, 'write', async () => {
      for (let index = 0; index < 300; index++) await mail.send(invitation(`reminder-${index}@oakfield.example`));
    });
    const queued = Date.now() - started;
    const reminders = () => server.received.filter(({ to }) => to.startsWith('reminder-'));
    await until(() => reminders().length >= 300);
    console.log(`300 messages: queued in ${queued} ms, all sent after ${Date.now() - started} ms`);
    expect(new Set(reminders().map(({ to }) => to)).size).toBe(300);
  }, 90_000);
});

describe('in a demonstration', () => {
  let api: RunningApi;
  beforeAll(async () => { api = await startApi({ demo: true, variables: { ROLE: 'all' } }); }, 120_000);
  afterAll(() => api?.stop());

  it('a job carries ids and never words', async () => {
    await expect(api.app.get(Database).unattended(() => api.app.get(Jobs).send('mail', { mailId: 'The child said' }))).rejects.toThrow('carries ids only');
  });

  it('a job that somebody forged about a row that is not there does nothing', async () => {
    const forged = randomUUID();
    await api.app.get(Database).unattended(() => api.app.get(Jobs).send('mail', { mailId: forged }));
    await until(async () => (await api.administrator.query("select state from pgboss.job where data->>'mailId' = $1", [forged])).rows[0]?.state === 'completed');
    expect((await api.administrator.query('select from app.mail where id = $1', [forged])).rowCount).toBe(0);
  });

  it('a job is the application’s to take, and what a job is is not its to change', async () => {
    const database = api.app.get(Database);
    for (const statement of ['create table pgboss.mine ()', 'alter table pgboss.job add column mine text', 'drop table pgboss.job_common', 'delete from pgboss.queue', "select pgboss.create_queue('mine', '{}')", 'select body from app.mail']) {
      await expect(database.withoutCaller(statement)).rejects.toThrow(/permission denied|must be owner/);
    }
  });

  it('the outbox holds every message with its link, for whoever sits there', async () => {
    const id = await api.app.get(Database).unattended(() => api.app.get(Mail).send({
      to: 'dsl@demo.attest.example', subject: say`Choose a new password`,
      text: mailText({ greets: null, says: [], link: { says: say`Here:`, to: api.app.get(SiteAddress).link('/reset/abc') }, from: named('Attest'), because: say`You asked for it.` }),
    }));
    const visitor = api.client();
    await until(async () => (await visitor.get('/api/outbox')).body.length === 1);
    expect((await visitor.get('/api/outbox')).body[0]).toMatchObject({ id, to: 'dsl@demo.attest.example', subject: 'Choose a new password' });
    expect((await visitor.get(`/api/outbox/${id}`)).body.text).toContain('/reset/abc');
    expect((await visitor.get(`/api/outbox/${randomUUID()}`)).status).toBe(404);
    expect((await visitor.get('/api/welcome')).body.outbox).toBe(true);
  });
});

describe('where mail is not set up', () => {
  let api: RunningApi;
  let partnership: Partnership;
  beforeAll(async () => {
    api = await startApi({ variables: { ROLE: 'all' } });
    partnership = await aPartnership(api);
  }, 60_000);
  afterAll(() => api?.stop());

  it('messages wait, the business unit is told so, and there is no outbox', async () => {
    await api.app.get(Database).unattended(() => api.app.get(Mail).send({
      to: 'priya@example.org', subject: say`Hello`, text: mailText({ greets: null, says: [], from: named('Attest'), because: say`You asked for it.` }),
    }));
    await new Promise((done) => setTimeout(done, 1500));
    const { body } = await partnership.businessUnit.get('/api/mail');
    expect(body).toMatchObject({ by: 'nothing', total: 1, items: [{ to: 'priya@example.org', state: 'waiting', attempts: 0, moves: [] }] });
    expect((await api.client().get('/api/outbox')).status).toBe(404);
    expect((await api.client().get(`/api/outbox/${body.items[0].id}`)).status).toBe(404);
  });
});

/** What the program writes where whoever runs it reads. */
function heard() {
  const lines: string[] = [];
  const streams = [process.stdout, process.stderr].map((stream) => ({ stream, write: stream.write }));
  for (const { stream } of streams) stream.write = ((line: string | Uint8Array) => lines.push(String(line)) > 0) as typeof stream.write;
  return { lines, stop: () => { for (const { stream, write } of streams) stream.write = write; } };
}
