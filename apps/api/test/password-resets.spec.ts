import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { enter } from './authenticators';
import { aMailServer, type MailServer } from './mail-server';
import { PASSWORD, aPartnership, aPerson, anotherPartnership, signedIn, type Partnership, type Person } from './scenes';
import { startApi, type RunningApi } from './start-api';
import { until } from './until';

const NEXT = 'four calm otters under the bridge';

let post: MailServer;
let api: RunningApi;
let here: Partnership;
beforeAll(async () => {
  post = await aMailServer();
  api = await startApi({ publicUrl: 'http://attest.example.org', variables: { ROLE: 'all', MAIL: 'smtp', SMTP_URL: post.url, MAIL_FROM: 'Attest <attest@example.org>' } });
  here = await aPartnership(api);
});
afterAll(async () => {
  await api?.stop();
  await post.stop();
});

const lettersTo = ({ email }: Pick<Person, 'email'>) => post.received.filter(({ to }) => to === email);

/** The token in the newest letter to them. */
async function asked(person: Pick<Person, 'email'>): Promise<string> {
  const before = lettersTo(person).length;
  expect((await api.client().post('/api/password-resets', { email: person.email })).status).toBe(204);
  await until(() => lettersTo(person).length > before);
  return /http:\/\/attest\.example\.org\/reset-password\/(\S+)/.exec(lettersTo(person).at(-1)!.text)![1]!;
}
const redeem = (token: string, password = NEXT) => api.client().post('/api/password-resets/redeem', { token, password });
const look = (token: string) => api.client().post('/api/password-resets/look', { token });
const notGood = { status: 422, body: { code: 'link-not-good' } };

describe('a forgotten password', () => {
  it('is chosen anew by a link in a message, once; every session ends and the second factor stays', async () => {
    const person = await aPerson(api, { role: 'executive' });
    const browser = await signedIn(api, person);
    const token = await asked(person);
    expect(await look(token)).toMatchObject({ status: 200, body: { email: person.email } });
    expect((await redeem(token)).status).toBe(204);
    expect(await browser.get('/api/session')).toMatchObject({ status: 401 });
    expect(await api.client().signIn(person.email, PASSWORD)).toMatchObject({ status: 401 });
    expect(await enter(api, api.client(), person.email, NEXT)).toMatchObject({ stage: 'full' });
    expect(await api.client().signIn(person.email, NEXT)).toMatchObject({ status: 200, body: { stage: 'second-factor' } });
    expect(await redeem(token)).toMatchObject(notGood);
    expect(await look(token)).toMatchObject(notGood);
  });

  it('a link does not sign anybody in', async () => {
    const browser = api.client();
    await browser.post('/api/password-resets/redeem', { token: await asked(await aPerson(api, { role: 'executive' })), password: NEXT });
    expect(browser.cookie).toBe('');
  });

  it('fifty at the same moment: exactly one', async () => {
    const token = await asked(await aPerson(api, { role: 'executive' }));
    // as many as there are places in the line before the passwords
    const answers = await Promise.all(Array.from({ length: 20 }, () => redeem(token)));
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
  });

  it('answers the same for an address nobody has, and writes to nobody', async () => {
    const before = post.received.length;
    const [known, unknown] = await Promise.all([(await aPerson(api, { role: 'executive' })).email, 'nobody@example.org'].map((email) => api.client().post('/api/password-resets', { email })));
    expect([unknown!.status, Buffer.from(unknown!.body).toString()]).toEqual([known!.status, Buffer.from(known!.body).toString()]);
    await until(() => post.received.length > before);
    expect(lettersTo({ email: 'nobody@example.org' })).toHaveLength(0);
  });

  it('a newer link puts an older one out of use, and half an hour any', async () => {
    const person = await aPerson(api, { role: 'executive' });
    const [older, newer] = [await asked(person), await asked(person)];
    expect(await redeem(older)).toMatchObject(notGood);
    await api.administrator.query("update app.password_reset set expires_at = now() - interval '1 second' where person_id = $1", [person.id]);
    expect(await redeem(newer)).toMatchObject(notGood);
  });

  it('refuses a password that is guessed first, and the link stays good', async () => {
    const token = await asked(await aPerson(api, { role: 'executive' }));
    expect(await redeem(token, 'passwordpassword')).toMatchObject({ status: 422, body: { code: 'password-not-accepted', faults: [{ where: 'password' }] } });
    expect((await redeem(token)).status).toBe(204);
  });

  it('stores no link as it is', async () => {
    const person = await aPerson(api, { role: 'executive' });
    const token = await asked(person);
    const { rows } = await api.administrator.query("select encode(token_hash, 'escape') as hash from app.password_reset where person_id = $1", [person.id]);
    expect(rows.map(({ hash }) => hash)).not.toContain(token);
    // the letter itself is forgotten once it has been sent
    await until(async () => (await api.administrator.query('select 1 from app.mail m where to_jsonb(m)::text like $1', [`%${token}%`])).rowCount === 0);
  });
});

describe('whoever lost telephone and recovery codes', () => {
  it('sets up a new second factor, once the business unit is sure that it is them', async () => {
    const person = await aPerson(api, { role: 'executive' });
    const browser = await signedIn(api, person);
    expect((await here.businessUnit.post(`/api/people/${person.id}/forget-second-factor`)).status).toBe(204);
    expect(await browser.get('/api/session')).toMatchObject({ status: 401 });
    await until(() => lettersTo(person).length > 0);
    expect(lettersTo(person)[0]!.headers).toMatchObject({ subject: 'Your second factor for Attest was removed' });
    expect(await api.client().signIn(person.email, PASSWORD)).toMatchObject({ status: 200, body: { stage: 'enrolment' } });
  });

  it('is not there for anybody else to let in', async () => {
    const there = await anotherPartnership(api);
    const person = await aPerson(api, { role: 'executive' });
    expect(await there.businessUnit.post(`/api/people/${person.id}/forget-second-factor`)).toMatchObject({ status: 404 });
    expect(await (await signedIn(api, await aPerson(api, { role: 'qp-member' }))).post(`/api/people/${person.id}/forget-second-factor`)).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
    const { body: { person: unit } } = await here.businessUnit.get('/api/session');
    expect(await here.businessUnit.post(`/api/people/${unit.id}/forget-second-factor`)).toMatchObject({ status: 404 });
  });
});
