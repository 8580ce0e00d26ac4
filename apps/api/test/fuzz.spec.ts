import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fuzz, type Fuzzed } from '../../../tools/fuzz/run';
import { aWorld } from '../../../tools/prove/world';
import { startApi, type RunningApi } from './start-api';

/** Always the same five hundred of what `npm run fuzz` makes by chance. */
describe('requests made by chance from the document', () => {
  let api: RunningApi;
  let fuzzed: Fuzzed;
  beforeAll(async () => {
    api = await startApi();
    fuzzed = await fuzz(await aWorld(api), { requests: 500, seed: 175 });
  });
  afterAll(() => api.stop());

  it('are answered as it says, and never by an accident', () => expect(fuzzed.findings).toEqual([]));
  it('are mostly wrong, and yet not all', () => {
    const { 200: sound = 0, 400: unsound = 0, 404: missing = 0 } = fuzzed.statuses;
    expect(fuzzed.requests).toBeGreaterThanOrEqual(500);
    for (const count of [sound, unsound, missing]) expect(count).toBeGreaterThan(30);
  });
});
