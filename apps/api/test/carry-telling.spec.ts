import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aCarryScene, aRoundUnderWay, carryOver, undo, type CarryScene } from './carry-scenes';
import { aPerson } from './scenes';
import { startApi, type RunningApi } from './start-api';
import { until } from './until';

describe('when a round goes over to other questions', () => {
  let api: RunningApi;
  let scene: CarryScene;
  let roundId: string;
  let returns: string[];

  const mails = async () => (await api.administrator.query<{ address: string; subject: string; body: string }>('select address, subject, body from app.mail where about = any($1) order by created_at, id', [returns])).rows;
  const told = async () => (await mails()).map(({ address, subject }) => `${address.split('.')[0]} ${subject}`);
  const done = async () => (await api.administrator.query("select from pgboss.job where name = 'carry-telling' and state not in ('completed', 'failed')")).rowCount === 0;

  beforeAll(async () => {
    api = await startApi({ variables: { ROLE: 'all' } });
    scene = await aCarryScene(api);
    for (const role of ['contributor', 'approver', 'viewer'] as const) await aPerson(api, { role, organisationId: scene.schools[0]!.id });
  });
  afterAll(() => api.stop());
  beforeEach(async () => {
    const underWay = await aRoundUnderWay(api, scene);
    [roundId, returns] = [underWay.round.id, underWay.returns];
  });

  it('tells those who answer a return that was begun, once, what became of it, and never a word of it', async () => {
    await carryOver(scene.unit, roundId, scene.after.versionId);
    await until(done);
    expect((await told()).sort()).toEqual(['contributor', 'lead'].map((role) => expect.stringMatching(new RegExp(`^${role} The questions have changed: .*, Ash Primary$`))));
    const { body } = (await mails())[0]!;
    expect(body.replace(/\s+/g, ' ')).toMatch(/stay as they are: 2\. .* other words now: 1\. .* in another way: 1\. .* first time: 3\./);
    expect(body).toContain(`/returns/${returns[0]}/changed\n`);
    expect(body).not.toMatch(/Nearly|amber|September/);
    await api.administrator.query("update pgboss.job set state = 'created', completed_on = null where name = 'carry-telling' and data ->> 'carryOver' in (select id::text from app.carry_over where round_id = $1)", [roundId]);
    await until(done);
    expect(await mails()).toHaveLength(2);
  });

  it('tells them too when it comes back', async () => {
    const { body: { id } } = await carryOver(scene.unit, roundId, scene.after.versionId);
    await until(done);
    expect((await undo(scene.unit, id)).status).toBe(200);
    await until(done);
    expect((await told()).filter((one) => one.includes('The questions are as they were'))).toHaveLength(2);
  });
});
