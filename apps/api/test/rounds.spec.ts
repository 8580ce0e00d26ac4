import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aPartnership, aSchool, anAgency, anOpenRound, returnOf, type Partnership } from './scenes';
import { startApi, type RunningApi } from './start-api';

describe('scenes', () => {
  let api: RunningApi;
  let here: Partnership;
  beforeAll(async () => { api = await startApi(); here = await aPartnership(api); });
  afterAll(() => api.stop());
  it('works', async () => {
    const school = await aSchool(api);
    await anAgency(api);
    const round = await anOpenRound(here.businessUnit);
    expect(await returnOf(api, round, school)).toBeDefined();
    expect((await here.businessUnit.get(`/api/rounds/${round.id}/board`)).body).toMatchObject({ denominator: 1 });
    expect((await here.businessUnit.get(`/api/rounds/${round.id}/board`)).body).toEqual(2);
  });
});
