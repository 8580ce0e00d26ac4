import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aPartnership, aPerson, aSchool, anAgency, anotherPartnership, signedIn, type Partnership } from './scenes';
import { startApi, type RunningApi } from './start-api';

describe('scenes', () => {
  let api: RunningApi;
  let here: Partnership;
  beforeAll(async () => { api = await startApi(); here = await aPartnership(api); });
  afterAll(() => api.stop());
  it('works', async () => {
    const school = await aSchool(api);
    await anAgency(api);
    await anotherPartnership(api);
    const lead = await aPerson(api, { role: 'lead', organisationId: school.id });
    const client = await signedIn(api, lead);
    expect((await client.get('/api/session')).body.memberships).toHaveLength(1);
    expect(here.areas).toHaveLength(2);
  });
});
