import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fileRefusals } from '@attest/domain/evidence';
import type { Client } from './client';
import { specimens } from './evidence-corpus';
import { bringTo } from './evidence-scenes';
import { aPartnership, aPerson, aSchool, signedIn } from './scenes';
import { startApi, type RunningApi } from './start-api';

let api: RunningApi;
let school: { id: string };
let lead: Client;
beforeAll(async () => {
  api = await startApi();
  await aPartnership(api);
  school = await aSchool(api);
  lead = await signedIn(api, await aPerson(api, { role: 'lead', organisationId: school.id }));
});
afterAll(() => api.stop());

describe('files that mean harm', () => {
  it('get the verdict that was said beforehand, with a sentence that says what to do, and what is kept holds nothing of theirs', async () => {
    const all = specimens();
    const wrong: unknown[] = [];
    for (const { what, name, bytes, expected, holdsNo = [] } of all) {
      const { status, body } = await bringTo(lead, school, name, bytes);
      const found = status === 201 ? { taken: body.revision.fileName } : { refused: body.why };
      const sentence = status === 201 || (body.why in fileRefusals && body.detail === fileRefusals[body.why as keyof typeof fileRefusals]);
      const kept = status === 201 ? await lead.get<ArrayBuffer>(body.revision.file) : null;
      const held = kept ? holdsNo.filter((part) => Buffer.from(kept.body).includes(part)) : [];
      const saved = !kept || (kept.headers.get('content-disposition')!.startsWith('attachment;') && kept.headers.get('x-content-type-options') === 'nosniff' && kept.headers.get('content-security-policy')!.includes('sandbox'));
      if (JSON.stringify(found) !== JSON.stringify(expected) || !sentence || held.length > 0 || !saved) wrong.push({ what, status, found, expected, held, saved });
    }
    console.log(`${all.length - wrong.length} of ${all.length} files got the right verdict`);
    expect(wrong).toEqual([]);
    expect(all.length).toBeGreaterThanOrEqual(60);
  }, 600_000);

  it('leave the program free to answer while a bomb is taken apart', async () => {
    const bombs = specimens().filter(({ name }) => name.startsWith('bomb.docx'));
    const answered: number[] = [];
    for (const { name, bytes } of [...bombs, ...bombs]) {
      let open = true;
      const opened = bringTo(lead, school, name, bytes).finally(() => { open = false; });
      let readings = 0;
      for (; open; readings++) expect((await lead.get(`/api/organisations/${school.id}/evidence`)).status).toBe(200);
      expect((await opened).status).toBe(422);
      answered.push(readings);
    }
    // taken apart where requests are answered, each would let through the one that came before it and the one after
    console.log(`Readings answered while a bomb was taken apart: ${answered.join(', ')}`);
    expect(Math.max(...answered)).toBeGreaterThan(3);
  }, 300_000);
});
