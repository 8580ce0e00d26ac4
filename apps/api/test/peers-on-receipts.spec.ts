import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answers } from '@attest/domain/questionnaire';
import { readWord } from './paper-reading';
import { justProved } from './records-scenes';
import { aReturnedRound } from './returned-round';
import { answerAll, aQuestionnaire, aRound, declaration, published, rated, valued, type Published } from './return-scenes';
import { aPartnership, aPerson, aSchool, signedIn } from './scenes';
import { startApi, type RunningApi } from './start-api';
import type { Client } from './client';

const template = aQuestionnaire();
const all = (level: string): Answers => ({ 'uses-placements': valued('no'), policy: rated(level, 'Words of ours.'), training: rated(level) } as Answers);

describe('what a receipt says of others', () => {
  let api: RunningApi;
  let version: Published;
  let unit: Client;
  let lead: Client;
  let last: Awaited<ReturnType<typeof aReturnedRound>>;
  let round: Awaited<ReturnType<typeof aRound>>;
  const schools: { id: string }[] = [];
  const leadOf = async (school: { id: string }) => signedIn(api, await aPerson(api, { role: 'lead', organisationId: school.id }));
  const handIn = async (school: { id: string }, level: string) => {
    const client = await leadOf(school);
    await answerAll(client, version, round.returnOf(school), level);
    await justProved(api);
    expect((await client.post(`/api/submissions/${round.returnOf(school)}/submit`, declaration)).status).toBe(200);
  };
  const receipt = async () => (await lead.get(`/api/submissions/${round.returnOf(schools[0]!)}/receipt`)).body;
  const publish = async (id: string) => {
    await api.administrator.query("update app.round set state = 'closed' where id = $1", [id]);
    const { body: { digest } } = await unit.get(`/api/rounds/${id}/releases`);
    expect((await unit.post(`/api/rounds/${id}/releases`, { digest })).status).toBe(201);
  };

  beforeAll(async () => {
    api = await startApi();
    api.today('2026-11-22');
    const here = await aPartnership(api);
    unit = await signedIn(api, await aPerson(api, { role: 'business-unit' }));
    for (let at = 0; at < 13; at += 1) schools.push(await aSchool(api, { name: `School ${at}` }));
    version = await published(api, here.id, template);
    last = await aReturnedRound(api, version, template, schools.map((organisation, at) => ({ organisation, answers: all(at < 6 ? 'green' : 'red') })), { name: 'Sample 2025-26' });
    round = await aRound(api, version, schools.map(({ id }) => id), { name: 'Sample 2026-27', previousRoundId: last.id });
    lead = await leadOf(schools[0]!);
    await handIn(schools[0]!, 'amber');
  });
  afterAll(() => api.stop());

  /** Two looks with one return handed in between them must not differ by what that one said. */
  async function staysAsOthersHandIn(others: readonly [number, string][]) {
    const before = await receipt();
    for (const [at, level] of others) {
      await handIn(schools[at]!, level);
      expect(await receipt()).toEqual(before);
    }
    return before;
  }

  it('is nothing while nothing was published, however many hand in', async () => {
    const said = await staysAsOthersHandIn([[1, 'red'], [2, 'green'], [3, 'red'], [4, 'red'], [5, 'red'], [6, 'green'], [7, 'green']]);
    expect(said).toMatchObject({ peersIn: null, overall: { peers: { band: null, sentence: 'How others did is said here once the figures of the round have been published.' } } });
  });

  it('is what was published of the round before, which does not move either', async () => {
    await publish(last.id);
    const said = await staysAsOthersHandIn([[8, 'red'], [9, 'green']]);
    expect(said).toMatchObject({ peersIn: { name: 'Sample 2025-26' }, overall: { peers: { band: 'higher', sentence: 'Higher than more than half of the 13 schools in Sample 2025-26.' } } });
    expect(JSON.stringify(said)).not.toContain('School 1');
  });

  it('is the same on the governors’ report, which is made of the receipt', async () => {
    const path = `/api/submissions/${round.returnOf(schools[0]!)}/governors-report.docx`;
    const before = await readWord(lead, path);
    expect(before.paragraphs.join()).toContain('Higher than more than half of the 13 schools');
    await handIn(schools[10]!, 'red');
    expect((await readWord(lead, path)).paragraphs).toEqual(before.paragraphs);
  });

  it('is what was published of its own round as soon as there is something', async () => {
    await publish(round.id);
    expect(await receipt()).toMatchObject({ peersIn: { name: 'Sample 2026-27' }, overall: { peers: { band: expect.any(String) } } });
    const before = await receipt();
    await api.administrator.query("update app.rating set level = 'green' where round_id = $1 and organisation_id <> $2", [round.id, schools[0]!.id]);
    expect((await receipt()).overall.peers).toEqual(before.overall.peers);
  });

  it('leaves the database no way to count the others on the spot', async () => {
    const { rows } = await api.administrator.query("select proname from pg_proc where pronamespace = 'app'::regnamespace and proname like '%peer%'");
    expect(rows).toEqual([]);
  });
});
