import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { mayGive, organisationRoles, partnershipRoles, roles, type Role } from '@attest/domain/access';
import { ContextSigner } from '@attest/shared/api';
import { aPartnership, aPerson, aSchool, type Partnership } from './scenes';
import { organisationRole } from './sides';
import { startApi, type RunningApi } from './start-api';

let api: RunningApi;
let here: Partnership;
let ours: string;
let theirs: string;
beforeAll(async () => {
  api = await startApi();
  here = await aPartnership(api);
  [ours, theirs] = [(await aSchool(api)).id, (await aSchool(api)).id];
});
afterAll(() => api.stop());

/** The rule as the database has it, asked as that person. */
async function inDatabase(personId: string, role: Role, organisationId: string | null): Promise<boolean> {
  const context = api.app.get(ContextSigner).sign({ partnershipId: here.id, personId, sessionId: randomUUID(), name: '', email: '', memberships: [] });
  const runner = api.app.get(DataSource).createQueryRunner();
  try {
    await runner.startTransaction();
    await runner.query("select set_config('app.context', $1, true)", [context]);
    const [{ it: allowed }] = await runner.query('select app.may_give($1, $2) as it', [role, organisationId]);
    return allowed;
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
}

it.each(roles)('the database and the domain agree on what a %s may give, and where', async (giver) => {
  const organisationId = organisationRole(giver) ? ours : null;
  const person = await aPerson(api, { role: giver, organisationId });
  const caller = { personId: person.id, partnershipId: here.id, memberships: [{ partnershipId: here.id, organisationId, role: giver }] };
  let given = 0;
  for (const role of [...partnershipRoles, ...organisationRoles]) {
    for (const place of [null, ours, theirs]) {
      const said = mayGive(caller, role, place === null ? { partnershipId: here.id } : { partnershipId: here.id, organisationId: place });
      expect([giver, role, place, await inDatabase(person.id, role, place)]).toEqual([giver, role, place, said]);
      if (said) given += 1;
    }
  }
  expect(given).toBe({ 'business-unit': 13, 'lead': 3 }[giver as string] ?? 0);
});
