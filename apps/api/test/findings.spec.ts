import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answers } from '@attest/domain/questionnaire';
import type { Client } from './client';
import { readTaggedPdf, readWord } from './paper-reading';
import { aReturnedRound } from './returned-round';
import { aQuestionnaire, notApplicable, published, rated, valued } from './return-scenes';
import { aPartnership, aPerson, aSchool, signedIn } from './scenes';
import { startApi, type RunningApi } from './start-api';

const template = aQuestionnaire();
const all = (level: string): Answers => ({ 'uses-placements': valued('no'), policy: rated(level), training: rated(level) } as Answers);
interface Found { rule: string; tone: string; sentence: string; evidence: string; place: object }

describe('findings of a round', () => {
  let api: RunningApi;
  let [member, executive, lead]: Client[] = [];
  let round: Awaited<ReturnType<typeof aReturnedRound>>;
  const at = (path = '') => `/api/rounds/${round.id}/findings${path}`;
  const found = async (rule: string) => ((await member!.get(at())).body.found as Found[]).filter((one) => one.rule === rule);

  beforeAll(async () => {
    api = await startApi();
    api.today('2026-11-22');
    const here = await aPartnership(api);
    member = await signedIn(api, await aPerson(api, { role: 'qp-member', name: 'Tom Okafor' }));
    executive = await signedIn(api, await aPerson(api, { role: 'executive' }));
    const schools: { id: string }[] = [];
    for (let number = 0; number < 12; number += 1) schools.push(await aSchool(api, { name: `School ${number}`, phase: number < 6 ? 'primary' : 'special' }));
    lead = await signedIn(api, await aPerson(api, { role: 'lead', organisationId: schools[0]!.id }));
    const lastVersion = await published(api, here.id, { ...template, edition: '2025-26' });
    const version = await published(api, here.id, template);
    const last = await aReturnedRound(api, lastVersion, template, schools.map((organisation, number) => ({ organisation, answers: all(number < 10 ? 'green' : 'amber') })), { name: 'Sample 2025-26', state: 'closed' });
    round = await aReturnedRound(api, version, template, schools.slice(0, 11).map((organisation, number) => ({
      organisation, answers: { ...all(number < 6 ? 'green' : 'red'), ...(number < 4 ? { training: notApplicable() } : {}) } as Answers, ...(number === 1 ? { moderated: { leadership: ['amber', 'Not dated'] as const } } : {}),
    })), { name: 'Sample 2026-27', previousRoundId: last.id });
    await api.administrator.query("insert into app.action (partnership_id, id, organisation_id, number, submission_id, title, owner, due_on, changed_by, changed_by_name, changed_at) select partnership_id, gen_random_uuid(), organisation_id, 1, id, 'Train all', 'Head', '2026-10-01', gen_random_uuid(), 'J Ahmed', now() from app.submission where id = $1", [round.returnOf(schools[0]!)]);
  });
  afterAll(() => api.stop());

  it('say how many before they say how much, beside last round, with the counts and where to look', async () => {
    expect(await found('weak-standard')).toEqual([expect.objectContaining({
      tone: 'concern', sentence: '6 of 11 schools rate Section 2 not met or partly met (55%); last round 2 of 12 (17%).',
      place: { kind: 'standard', key: 'leadership' },
    })]);
    expect(await found('group-apart')).toMatchObject([{ sentence: expect.stringMatching(/^Special and alternative provision: 5 of 5 rate .*; of all others 1 of 6\.$/) }]);
    expect(await found('overdue-actions')).toMatchObject([{ sentence: '1 of 1 open action is past its date.', place: { kind: 'actions' } }]);
    expect(await found('often-not-applicable')).toMatchObject([{ sentence: expect.stringMatching(/^4 of 11 schools say that .* \(36%\)\.$/), place: { kind: 'question' } }]);
  });

  it('say as well where there is nothing notable', async () => {
    expect(await found('low-response')).toEqual([{ rule: 'low-response', tone: 'nothing', sentence: 'At least 80 in 100 of those asked have returned.', evidence: '', place: { kind: 'round', key: null } }]);
    expect((await member!.get(at())).body).toMatchObject({ rules: 'findings-1', lastRound: { name: 'Sample 2025-26' }, moves: ['write'] });
  });

  it('are written by people beside them, about a standard or the round, changed, put in order and removed', async () => {
    const first = (await member!.post(at(), { words: '  Supervision is what to ask about. ', standardKey: null, questionId: null })).body;
    const second = (await member!.post(at(), { words: 'Policies are old.', standardKey: 'leadership', questionId: null })).body;
    expect([first, second]).toMatchObject([{ words: 'Supervision is what to ask about.', by: 'Tom Okafor', about: null }, { about: '2 Section 2', place: { kind: 'standard', key: 'leadership' } }]);
    expect((await member!.put(at('/order'), { ids: [second.id, first.id] })).status).toBe(204);
    expect((await member!.put(at('/order'), { ids: [second.id] })).body).toMatchObject({ code: 'changed-meanwhile' });
    expect((await member!.put(`/api/findings/${first.id}`, { words: 'Ask about supervision.' })).body).toMatchObject({ words: 'Ask about supervision.' });
    expect((await member!.get(at())).body.own.map(({ words }: { words: string }) => words)).toEqual(['Policies are old.', 'Ask about supervision.']);
    expect((await member!.delete(`/api/findings/${second.id}`)).status).toBe(204);
    expect((await member!.delete(`/api/findings/${second.id}`)).status).toBe(404);
    expect((await member!.post(at(), { words: '     ', standardKey: null, questionId: null })).status).toBe(400);
    expect((await member!.post(at(), { words: 'About nothing there is.', standardKey: 'no-such', questionId: null })).status).toBe(404);
  });

  it('are read by the executive, who writes none, and not by organisations', async () => {
    expect((await executive!.get(at())).body).toMatchObject({ moves: [], own: [{ moves: [] }] });
    expect((await executive!.post(at(), { words: 'Mine.', standardKey: null, questionId: null })).status).toBe(403);
    expect((await lead!.get(at())).status).toBe(403);
  });

  it('go on paper in the same words', async () => {
    const text = (await readWord(member!, at('.docx'))).paragraphs.join('\n');
    for (const words of ['6 of 11 schools rate Section 2 not met or partly met (55%); last round 2 of 12 (17%).', 'Ask about supervision.', 'findings-1']) expect(text).toContain(words);
    expect(text).not.toContain('At least 80 in 100');
    expect((await readTaggedPdf(member!, at('.pdf'))).metadata).toContain('Findings: Sample 2026-27');
  });
});
