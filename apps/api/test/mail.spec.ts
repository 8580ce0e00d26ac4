import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database, Mail, SiteAddress, mailText, named, say, type SignedInCaller } from '@attest/shared/api';
import { aMailServer, type MailServer } from './mail-server';
import { aPartnership, aPerson, type Partnership } from './scenes';
import { startApi, type RunningApi } from './start-api';
import { until } from './until';

describe('mail by SMTP', () => {
  let server: MailServer;
  let api: RunningApi;
  let caller: SignedInCaller;
  let partnership: Partnership;
  beforeAll(async () => {
    server = await aMailServer();
    api = await startApi({ publicUrl: 'http://attest.example.org', variables: { ROLE: 'all', MAIL: 'smtp', SMTP_URL: server.url, MAIL_FROM: 'Attest <attest@example.org>' } });
    partnership = await aPartnership(api);
    const { id: personId } = await aPerson(api, { role: 'business-unit' });
    caller = { partnershipId: partnership.id, personId, sessionId: randomUUID(), name: 'Priya Shah', email: 'priya@example.org', memberships: [] };
  }, 60_000);
  afterAll(async () => {
    await api?.stop();
    await server.stop();
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
  const stateOf = async (id: string) => (await api.administrator.query('select * from app.mail where id = $1', [id])).rows[0];
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
    await until(async () => (await stateOf(id)).sent_at !== null);
    expect(await stateOf(id)).toMatchObject({ body: '', subject: 'You are invited to Attest', attempts: 1, partnership_id: partnership.id });
  });

  it('does not leave when the transaction is rolled back', async () => {
    await expect(send('nobody@oakfield.example', () => { throw new Error('changed my mind'); })).rejects.toThrow('changed my mind');
    const after = await send('after@oakfield.example');
    await until(async () => (await stateOf(after)).sent_at !== null);
    expect(sentTo('nobody@oakfield.example')).toEqual([]);
  });
});
