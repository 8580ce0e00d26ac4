import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Any } from './any';
import type { Client } from './client';
import { aQuestionnaire, aRound, answerAll, declaration, published, rated, save, type Published } from './return-scenes';
import { aReturnedRound } from './returned-round';
import { aPartnership, aPerson, aSchool, anotherPartnership, signedIn, type Partnership } from './scenes';
import { startApi, type RunningApi } from './start-api';
import { trailOf } from './trail-scenes';

const REASON = 'Somebody corrected the table by hand.';

describe('working ratings out again', () => {
  let api: RunningApi;
  let here: Partnership;
  let unit: Client;
  let lead: Client;
  let version: Published;
  let round: { id: string; name: string; returnOf(school: { id: string }): string };
  let [oak, elm]: { id: string; name: string }[] = [];
  const rows = async (sql: string, parameters: unknown[] = []) => (await api.administrator.query<Any>(sql, parameters)).rows;
  const at = (path = '') => `/api/rounds/${round.id}/recalculations${path}`;
  const preview = async () => (await unit.get<Any>(at('/preview'))).body;
  const recalculate = async (digest: string, reason = REASON) => unit.post<Any>(at(), { reason, digest });
  const levels = async (school: { id: string }) => Object.fromEntries((await rows("select section_key, level from app.rating where submission_id = $1 and layer = 'self'", [round.returnOf(school)])).map(({ section_key, level }) => [section_key, level]));
  const spoil = (set: string, section: string, school = oak!) => rows(`update app.rating set ${set} where submission_id = $1 and section_key = $2 and layer = 'self'`, [round.returnOf(school), section]);

  beforeAll(async () => {
    api = await startApi();
    api.today('2026-11-22');
    here = await aPartnership(api);
    unit = here.businessUnit;
    [oak, elm] = [await aSchool(api, { name: 'Oakfield' }), await aSchool(api, { name: 'Elmhurst' })];
    lead = await signedIn(api, await aPerson(api, { role: 'lead', organisationId: oak.id }));
    version = await published(api, here.id, aQuestionnaire());
    const answers = { 'uses-placements': { level: null, value: 'no', note: '', naReason: null }, policy: rated('green'), training: rated('green') };
    round = await aReturnedRound(api, version, aQuestionnaire(), [
      { organisation: oak, answers, moderated: { leadership: ['amber', 'The policy is old.'] } }, { organisation: elm, answers },
    ], { name: 'This year' });
  });
  afterAll(() => api.stop());

  it('changes nothing where every rating is what its rule gives', async () => {
    const found = await preview();
    expect(found).toMatchObject({ round: { id: round.id, name: 'This year' }, returns: 2, counts: { level: 0, points: 0, explanation: 0 }, differences: [], unknownRules: [] });
    expect(await recalculate(found.digest)).toMatchObject({ status: 409, body: { code: 'already-done' } });
    expect((await unit.get(at())).body).toEqual([]);
  });

  it('first shows what would change, per organisation and section, and changes it with a reason; what was is kept', async () => {
    await spoil("level = 'red', won = 0", 'leadership');
    await spoil("trace = jsonb_set(trace, '{band,from}', '70')", '', elm);
    const found = await preview();
    expect(found).toMatchObject({
      counts: { level: 1, points: 0, explanation: 1 },
      differences: [
        { organisation: { name: 'Oakfield' }, section: 'leadership', title: '2 Section 2', kind: 'level', from: { key: 'red' }, fromPercent: 0, to: { key: 'green' }, toPercent: 100 },
        { organisation: { name: 'Elmhurst' }, section: '', title: 'Whole return', kind: 'explanation', from: { key: 'green' }, to: { key: 'green' } },
      ],
    });
    expect((await levels(oak!))['leadership']).toBe('red');

    const done = await recalculate(found.digest);
    expect(done).toMatchObject({ status: 201, body: { reason: REASON, by: 'Priya Shah', counts: { level: 1, points: 0, explanation: 1 }, isUndo: false, undone: false, moves: ['undo'] } });
    expect(await levels(oak!)).toMatchObject({ '': 'green', 'leadership': 'green' });
    expect((await unit.get(at())).body).toEqual([done.body]);
    expect((await preview()).differences).toEqual([]);
    expect(await rows('select section_key, level, won, replaced_by from app.rating_history where replaced_by is not null order by section_key')).toEqual([
      { section_key: '', level: 'green', won: 120, replaced_by: done.body.id }, { section_key: 'leadership', level: 'red', won: 0, replaced_by: done.body.id },
    ]);
    expect(await rows("select level from app.rating where submission_id = $1 and layer = 'moderated'", [round.returnOf(oak!)])).toEqual([{ level: 'amber' }]);
  });

  it('is told in the trail, and where the rating is explained', async () => {
    const event = (await trailOf(api, here.id)).findLast(({ route }) => route === 'POST /rounds/:id/recalculations');
    expect(event).toMatchObject({ actor: 'Priya Shah', thing_id: round.id, outcome: 'done', detail: { levels: 1 } });
    const { body } = await lead.get<Any>(`/api/submissions/${round.returnOf(oak!)}/ratings/leadership`);
    expect(body).toMatchObject({ level: { key: 'green' }, earlier: [{ level: { key: 'red' }, percent: 0, rule: 'attest-1', recalculated: REASON }, { level: { key: 'green' }, recalculated: null }] });
  });

  it('marks in the table what another level was shown of before', async () => {
    const { body } = await unit.get<Any>(`/api/rounds/${round.id}/heatmap?sort=name`);
    expect(body.rows.map((row: Any) => [row.name, row.overallRevised, row.cells.find((cell: Any) => cell.standard === 'leadership').revised])).toEqual([['Elmhurst', false, false], ['Oakfield', false, true]]);
  });

  it('undoes a recalculation by another one, while its ratings stand', async () => {
    const [{ id }] = (await unit.get<Any>(at())).body;
    const undone = await unit.post<Any>(at(`/${id}/undo`), { reason: 'It was right before.' });
    expect(undone).toMatchObject({ status: 200, body: { isUndo: true, reason: 'It was right before.', counts: { level: 1, points: 0, explanation: 1 }, moves: ['undo'] } });
    expect((await levels(oak!))['leadership']).toBe('red');
    expect((await preview()).counts).toEqual({ level: 1, points: 0, explanation: 1 });
    expect(await unit.post(at(`/${id}/undo`), { reason: 'Once more' })).toMatchObject({ status: 409, body: { code: 'already-done' } });
    const again = await unit.post<Any>(at(`/${undone.body.id}/undo`), { reason: 'No, it was wrong.' });
    expect(again.status).toBe(200);
    expect((await levels(oak!))['leadership']).toBe('green');
    expect((await unit.get<Any>(at())).body.map(({ isUndo, undone: over, moves }: Any) => [isUndo, over, moves])).toEqual([[true, false, ['undo']], [true, true, []], [false, true, []]]);
  });

  it('refuses when something else would change than was looked at, and when ratings have moved on', async () => {
    await spoil("level = 'amber'", 'leadership', elm);
    const { digest } = await preview();
    await spoil("level = 'red'", 'leadership', elm);
    expect(await recalculate(digest)).toMatchObject({ status: 409, body: { code: 'changed-meanwhile' } });
    expect((await levels(elm!))['leadership']).toBe('red');
    const first = await recalculate((await preview()).digest);
    await spoil("level = 'amber'", 'leadership', elm);
    const second = await recalculate((await preview()).digest, 'Again');
    expect(await unit.post(at(`/${first.body.id}/undo`), { reason: 'Too late' })).toMatchObject({ status: 409, body: { code: 'changed-meanwhile' } });
    expect((await unit.get<Any>(at())).body.slice(0, 2).map(({ id, moves }: Any) => [id, moves])).toEqual([[second.body.id, ['undo']], [first.body.id, []]]);
  });

  it('gives a level to what was never rated, and takes it away again when undone', async () => {
    await rows("delete from app.rating where submission_id = $1 and section_key = 'leadership' and layer = 'self'", [round.returnOf(elm!)]);
    const found = await preview();
    expect(found.differences).toMatchObject([{ organisation: { name: 'Elmhurst' }, section: 'leadership', from: null, to: { key: 'green' } }]);
    const done = await recalculate(found.digest);
    expect((await levels(elm!))['leadership']).toBe('green');
    expect((await unit.post(at(`/${done.body.id}/undo`), { reason: 'As it was' })).status).toBe(200);
    expect((await levels(elm!))['leadership']).toBeNull();
    await recalculate((await preview()).digest);
  });

  it('leaves alone what is rated by a rule that this program does not know', async () => {
    await rows("update app.rating set rule = 'attest-9' where submission_id = $1 and layer = 'self'", [round.returnOf(elm!)]);
    await spoil("level = 'red'", 'leadership', elm);
    expect(await preview()).toMatchObject({ differences: [], unknownRules: ['attest-9'] });
    await rows("update app.rating set rule = 'attest-1' where submission_id = $1 and layer = 'self'", [round.returnOf(elm!)]);
    await recalculate((await preview()).digest);
  });

  it('keeps what a return was rated when it is handed in again, without calling that a recalculation', async () => {
    const again = await aRound(api, version, [oak!.id], { name: 'Handed in twice' });
    const id = again.returnOf(oak!);
    await answerAll(lead, version, id, 'red');
    expect(await lead.post(`/api/submissions/${id}/submit`, declaration)).toMatchObject({ status: 200 });
    expect(await unit.post(`/api/submissions/${id}/reopen`, { reason: 'The policy was found after all.', untilOn: '2026-12-01', questionIds: [] })).toMatchObject({ status: 200 });
    await save(lead, id, version.id('policy'), rated('green'), 1);
    expect(await lead.post(`/api/submissions/${id}/submit`, declaration)).toMatchObject({ status: 200 });
    const { body } = await lead.get<Any>(`/api/submissions/${id}/ratings/leadership`);
    expect(body).toMatchObject({ level: { key: 'amber' }, earlier: [{ level: { key: 'red' }, recalculated: null }] });
    expect((await unit.get<Any>(`/api/rounds/${again.id}/heatmap`)).body.rows[0].cells.some(({ revised }: Any) => revised)).toBe(false);
  });

  it('is the business unit’s alone, with a reason, in its own partnership', async () => {
    const { digest } = await preview();
    for (const role of ['qp-member', 'executive', 'scrutineer'] as const) {
      const client = await signedIn(api, await aPerson(api, { role }));
      for (const answered of [await client.get(at()), await client.get(at('/preview')), await client.post(at(), { reason: REASON, digest })]) expect(answered.status).toBe(403);
    }
    expect((await lead.get(at('/preview'))).status).toBe(403);
    for (const reason of ['', '    ', 'ab']) expect((await recalculate(digest, reason)).status).toBe(400);
    const elsewhere = (await anotherPartnership(api)).businessUnit;
    expect((await elsewhere.get(at('/preview'))).status).toBe(404);
    expect((await elsewhere.post(at(), { reason: REASON, digest })).status).toBe(404);
  });

  it('cannot be written by the application behind anybody’s back', async () => {
    const { rows: granted } = await api.administrator.query("select privilege_type from information_schema.role_table_grants where grantee = 'attest_app' and table_name = 'rating_history'");
    expect(granted).toEqual([{ privilege_type: 'SELECT' }]);
    const { rows: columns } = await api.administrator.query("select count(*)::int from information_schema.column_privileges where grantee = 'attest_app' and table_name in ('rating_history', 'recalculation') and privilege_type = 'UPDATE'");
    expect(columns).toEqual([{ count: 0 }]);
  });
});
