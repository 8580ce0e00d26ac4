import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DeviceKeysService } from '@attest/people/api';
import { aPartnership, aPerson, signedIn } from './scenes';
import { startApi, type RunningApi } from './start-api';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
  await aPartnership(api);
});
afterAll(() => api.stop());

const somebody = async () => {
  const person = await aPerson(api, { role: 'qp-member' });
  return { person, client: await signedIn(api, person) };
};
const keyOf = async ({ client }: Awaited<ReturnType<typeof somebody>>, deviceId: string) => {
  const { status, body } = await client.post('/api/account/device-keys', { deviceId });
  expect(status).toBe(200);
  return body as { key: string; madeAt: string };
};
const keysOf = async (personId: string) => (await api.administrator.query<{ device_id: string; key: Buffer }>('select * from app.device_key where person_id = $1', [personId])).rows;

describe('the key under which words wait on a device', () => {
  it('is 256 bits, the same each time, and another on another device and for another person', async () => {
    const [one, other, device] = [await somebody(), await somebody(), randomUUID()];
    const first = await keyOf(one, device);
    expect(Buffer.from(first.key, 'base64')).toHaveLength(32);
    expect(await keyOf(one, device)).toEqual(first);
    const keys = [first.key, (await keyOf(one, randomUUID())).key, (await keyOf(other, device)).key];
    expect(new Set(keys).size).toBe(3);
  });

  it('lies in the database sealed', async () => {
    const [one, device] = [await somebody(), randomUUID()];
    const { key } = await keyOf(one, device);
    const [row] = await keysOf(one.person.id);
    expect(row!.key.includes(Buffer.from(key, 'base64'))).toBe(false);
  });

  it('is destroyed thirty days after it was last used, and whoever comes back later gets another', async () => {
    const [one, device] = [await somebody(), randomUUID()];
    api.today('2026-11-01');
    const first = await keyOf(one, device);
    api.today('2026-11-30');
    expect((await keyOf(one, device)).key).toBe(first.key);
    const service = api.app.get(DeviceKeysService, { strict: false });
    const look = () => service.expire({ person: one.person.id, device });
    await api.administrator.query("update app.device_key set used_at = now() - interval '29 days' where person_id = $1", [one.person.id]);
    const now = new Date();
    api.today(now.toISOString().slice(0, 10));
    await look();
    expect(await keysOf(one.person.id)).toHaveLength(1);
    await api.administrator.query("update app.device_key set used_at = now() - interval '31 days' where person_id = $1", [one.person.id]);
    await look();
    expect(await keysOf(one.person.id)).toEqual([]);
    expect((await keyOf(one, device)).key).not.toBe(first.key);
  });

  it('is not handed out too late even if nobody has destroyed it yet', async () => {
    const [one, device] = [await somebody(), randomUUID()];
    const first = await keyOf(one, device);
    await api.administrator.query("update app.device_key set used_at = now() - interval '31 days' where person_id = $1", [one.person.id]);
    expect((await keyOf(one, device)).key).not.toBe(first.key);
  });

  it('is looked after by a job that is asked for once, when it is made', async () => {
    const [one, device] = [await somebody(), randomUUID()];
    await keyOf(one, device);
    await keyOf(one, device);
    const { rows } = await api.administrator.query<{ days: number }>(
      "select extract(day from start_after - now())::int as days from pgboss.job where name = 'device-key-expiry' and data ->> 'device' = $1", [device]);
    expect(rows).toHaveLength(1);
  });

  it('goes with the account', async () => {
    const [one, device] = [await somebody(), randomUUID()];
    await keyOf(one, device);
    await api.administrator.query("update app.person set erased_at = now() where id = $1", [one.person.id]);
    expect(await keysOf(one.person.id)).toEqual([]);
  });
});
