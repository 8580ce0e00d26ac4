import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { actions, may } from '@attest/domain/access';
import { declaredRoutes } from '@attest/shared/api';
import { proveRoutes, type RoutesProof } from '../../../tools/prove/routes';
import { aWorld } from '../../../tools/prove/world';
import { startApi, type RunningApi } from './start-api';

let api: RunningApi;
let proof: RoutesProof;
beforeAll(async () => {
  api = await startApi();
  proof = await proveRoutes(await aWorld(api), { oneIn: 127 });
}, 300_000);
afterAll(() => api.stop());

/** One in 127 of what `npm run prove-isolation` asks, and all that must be answered. */
describe('every route, for everybody', () => {
  it('leaks nothing', () => expect(proof.findings.filter(({ kind }) => kind === 'leak')).toEqual([]));
  it('lets those through who may, so that no refusal passes for the wrong reason', () => expect(proof.findings.filter(({ kind }) => kind === 'fault')).toEqual([]));
  it('was asked enough to mean it', () => {
    expect(proof.probes).toBeGreaterThan(1000);
    expect(proof.twins).toBeGreaterThan(100);
  });

  it('the policy and the routes know the same actions', () => {
    const used = new Set(declaredRoutes(api.app).flatMap(({ action }) => (action ? [action] : [])));
    expect([...used].sort()).toEqual([...actions].sort());
    expect(may({ personId: '', partnershipId: '', memberships: [] }, 'round.read')).toBe(false);
  });
});
