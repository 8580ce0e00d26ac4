import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database, Refused, RefusedButKept, type SignedInCaller } from '@attest/shared/api';
import { aPartnership, aPerson } from './scenes';
import { startApi, type RunningApi } from './start-api';

describe('the transaction of a request', () => {
  let api: RunningApi;
  let caller: SignedInCaller;
  beforeAll(async () => {
    api = await startApi();
    const { id: partnershipId } = await aPartnership(api);
    const { id: personId } = await aPerson(api, { role: 'business-unit' });
    caller = { partnershipId, personId, sessionId: randomUUID(), name: 'Priya Shah', email: 'priya@example.org', memberships: [] };
  });
  afterAll(() => api.stop());

  const writing = (laCode: string, outcome: () => void) => {
    const database = api.app.get(Database);
    return database.transaction(caller, 'write', async () => {
      await database.query('insert into app.area (partnership_id, id, name, la_code) values ($1, $2, $3, $3)', [caller.partnershipId, randomUUID(), laCode]);
      outcome();
      return 'done';
    });
  };
  const refuse = (refusal: Error) => () => { throw refusal; };
  const isKept = async (laCode: string) => (await api.administrator.query('select from app.area where la_code = $1', [laCode])).rowCount === 1;

  it('keeps what was written when all went well', async () => {
    await expect(writing('901', () => undefined)).resolves.toBe('done');
    expect(await isKept('901')).toBe(true);
  });

  it('undoes everything when it is refused, or fails', async () => {
    await expect(writing('902', refuse(new Refused('not-found', 'No.')))).rejects.toThrow('not-found');
    await expect(writing('903', refuse(new Error('broken')))).rejects.toThrow('broken');
    expect([await isKept('902'), await isKept('903')]).toEqual([false, false]);
  });

  it('refuses and keeps what was written, where the refusal says so', async () => {
    await expect(writing('904', refuse(new RefusedButKept('changed-meanwhile', 'Both are kept.')))).rejects.toThrow(RefusedButKept);
    expect(await isKept('904')).toBe(true);
  });

  it('does not claim to have kept what the database could not', async () => {
    const database = api.app.get(Database);
    const broken = database.transaction(caller, 'write', async () => {
      await database.query('insert into app.area (partnership_id, id, name, la_code) values ($1, $2, $3, $3)', [caller.partnershipId, randomUUID(), '905']);
      await database.query('select pg_terminate_backend(pg_backend_pid())').catch(() => undefined);
      throw new RefusedButKept('changed-meanwhile', 'Both are kept.');
    });
    await expect(broken).rejects.not.toThrow(RefusedButKept);
    expect(await isKept('905')).toBe(false);
  });

  it('goes on for longer than what was signed at its beginning is good for, when it says again who it works for', async () => {
    const database = api.app.get(Database);
    const now = Date.now;
    // what is signed is good for five minutes, of which all but two or three seconds have gone
    Date.now = () => now() - 297_000;
    const long = (goOn: () => Promise<void>) => database.transaction(caller, 'read', async () => {
      for (let step = 0; step < 3; step++) {
        await new Promise((done) => setTimeout(done, 1100));
        await goOn();
      }
      return database.query('select app.partnership() as id');
    });
    try {
      const [kept, lost] = await Promise.allSettled([long(() => database.goOn()), long(async () => {})]);
      expect(kept).toMatchObject({ status: 'fulfilled', value: [{ id: caller.partnershipId }] });
      expect(lost).toMatchObject({ status: 'rejected', reason: { message: expect.stringContaining('not signed by this platform') } });
    } finally {
      Date.now = now;
    }
  });
});
