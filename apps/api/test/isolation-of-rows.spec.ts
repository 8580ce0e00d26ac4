import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { contextFindings } from '../../../tools/prove/context';
import { principalsOf } from '../../../tools/prove/principals';
import { Rows } from '../../../tools/prove/rows';
import { aWorld } from '../../../tools/prove/world';
import { proveWorlds } from '../../../tools/prove/worlds';
import { startApi, type RunningApi } from './start-api';

let api: RunningApi;
let rows: Rows;
beforeAll(async () => {
  api = await startApi();
  const world = await aWorld(api);
  rows = await Rows.of(api, (await principalsOf(world)).filter(({ side }) => side === world.sides[0]));
});
afterAll(() => api.stop());

describe('every table, for everybody and every command', () => {
  it('lets through what the rules say, and nothing else', async () => {
    const { findings, allowed, denied } = await rows.prove();
    expect(findings).toEqual([]);
    expect(allowed).toBeGreaterThan(500);
    expect(denied).toBeGreaterThan(allowed);
  });

  it.each([
    ['a policy is gone', 'answer', 'drop policy organisation on app.answer', 'create policy organisation on app.answer as restrictive to attest_app using (organisation_id = any((select app.listed_organisations())::uuid[]) or (select app.sees_whole_partnership())) with check (organisation_id = any((select app.own_organisations())::uuid[]))'],
    ['row-level security is off', 'round', 'alter table app.round disable row level security', 'alter table app.round enable row level security'],
    ['what is nobody’s to read is granted', 'person', 'grant select on app.person to attest_app', 'revoke select on app.person from attest_app'],
  ])('notices when %s', async (_, table, plant, undo) => {
    await api.administrator.query(plant);
    expect((await rows.prove([table])).findings).not.toEqual([]);
    await api.administrator.query(undo);
    expect((await rows.prove([table])).findings).toEqual([]);
  });

  it('believes no context but its own, and remembers none', async () => expect(await contextFindings(api)).toEqual([]));
});

describe('worlds made by chance', () => {
  it('are seen and changed as the policy of the domain says', async () => {
    const other = await startApi();
    const { findings, probes } = await proveWorlds(other, 5, 157);
    await other.stop();
    expect(findings).toEqual([]);
    expect(probes).toBeGreaterThan(100);
  });
});
