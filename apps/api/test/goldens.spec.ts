import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { permissions, roles } from '@attest/domain/access';
import { deeds } from '@attest/domain/trail';
import { declaredRoutes } from '@attest/shared/api';
import { startApi, type RunningApi } from './start-api';

/** `npm run goldens` writes them; everybody else compares. A reader sees the surface change in the diff. */
function expectGolden(name: string, now: string): void {
  const file = join(import.meta.dirname, '../../../docs/goldens', name);
  if (process.env['UPDATE_GOLDENS']) writeFileSync(file, now);
  expect(`${name}\n${now}`).toBe(`${name}\n${readFileSync(file, 'utf8')}`);
}

describe('the surface of the API', () => {
  let api: RunningApi;
  beforeAll(async () => { api = await startApi(); });
  afterAll(() => api.stop());

  it('is what docs/goldens/openapi.json says', async () => {
    const { body, status } = await api.client().get('/api/openapi.json');
    expect(status).toBe(200);
    expect(body.openapi).toBe('3.1.0');
    expectGolden('openapi.json', `${JSON.stringify(body, null, 2)}\n`);
  });

  it('is open to whom docs/goldens/routes.md says', () => {
    const rows = declaredRoutes(api.app)
      .map(({ verb, path, action, open }) => ({ route: `${verb} /${path}`, action: open ? '(public)' : action!, who: open ? 'anybody' : whoMay(action!) }))
      .sort((a, b) => a.route.split('/').slice(1).join('/').localeCompare(b.route.split('/').slice(1).join('/')) || a.route.localeCompare(b.route))
      .map(({ route, action, who }) => `| \`${route}\` | ${action} | ${who} |`);
    expectGolden('routes.md', `# Routes, and who may call them\n\nWritten by \`npm run goldens\`. Which *things* they may call them on is decided by policy and row-level security.\n\n| route | action | who |\n|---|---|---|\n${rows.join('\n')}\n`);
  });

  it('is told in words wherever the trail tells of it', () => {
    const told = declaredRoutes(api.app).filter((route) => route.told).map(({ verb, path, open }) => ({ route: `${verb} /${path}`, open }));
    // what no route did has no address
    expect(Object.keys(deeds).filter((known) => known.includes('/') && !told.some(({ route }) => route === known))).toEqual([]);
    // say in libs/domain/src/trail/deeds.ts what these are, as people would; what anybody may do is told where somebody is known
    expect(told.filter(({ route, open }) => !open && !deeds[route])).toEqual([]);
  });

  it('describes every operation with a summary and an answer', async () => {
    const { body } = await api.client().get('/api/openapi.json');
    const operations = Object.entries<Record<string, { summary?: string; responses: object }>>(body.paths)
      .flatMap(([path, verbs]) => Object.entries(verbs).map(([verb, operation]) => ({ route: `${verb} ${path}`, operation })));
    expect(operations.length).toBe(declaredRoutes(api.app).length);
    for (const { route, operation } of operations) {
      expect([route, typeof operation.summary]).toEqual([route, 'string']);
      expect([route, Object.keys(operation.responses).some((status) => /^(2|303)/.test(status))]).toEqual([route, true]);
    }
  });
});

function whoMay(action: (typeof permissions)[keyof typeof permissions][number]): string {
  const who = roles.filter((role) => permissions[role].includes(action));
  return action === 'session.own' || who.length === roles.length ? 'everyone signed in' : who.join(', ');
}
