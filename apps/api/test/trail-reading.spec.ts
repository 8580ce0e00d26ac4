import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { declaredRoutes, hashOf } from '@attest/shared/api';
import type { Client } from './client';
import { bringTo } from './evidence-scenes';
import { filesOf } from './export-rows';
import { aGuestLink, guestWith } from './guest-scenes';
import { recordsOf } from './records-rows';
import { aQuestionnaire, aRound, answerAll, declaration, published, type Published } from './return-scenes';
import { aPartnership, aPerson, aSchool, signedIn, type Partnership } from './scenes';
import { startApi, type RunningApi } from './start-api';
import { trailOf } from './trail-scenes';
import { uploadWorkbook, workbookOf } from './workbook-files';

interface Event { seq: number; at: string; person: { id: string; name: string } | null; what: string; done: boolean; organisation: { id: string; name: string } | null }

describe('reading the trail', () => {
  let api: RunningApi;
  let partnership: Partnership;
  let [oakfield, elmhurst]: { id: string; name: string }[] = [];
  let [lead, other]: Client[] = [];
  let roundId: string;
  let version: Published;
  beforeAll(async () => {
    api = await startApi();
    api.today('2026-11-22');
    partnership = await aPartnership(api);
    oakfield = await aSchool(api, { name: 'Oakfield Primary School' });
    elmhurst = await aSchool(api, { name: 'Elmhurst Primary School' });
    version = await published(api, partnership.id, aQuestionnaire());
    const round = await aRound(api, version, [oakfield.id, elmhurst.id], { name: 'Autumn' });
    roundId = round.id;
    lead = await signedIn(api, await aPerson(api, { role: 'lead', organisationId: oakfield.id, name: '=Jamila Ahmed' }));
    other = await signedIn(api, await aPerson(api, { role: 'lead', organisationId: elmhurst.id, name: 'Ola Nowak' }));
    for (const [client, school] of [[lead, oakfield], [other, elmhurst]] as const) {
      await answerAll(client, version, round.returnOf(school));
      expect((await client.post(`/api/submissions/${round.returnOf(school)}/submit`, declaration)).status).toBe(200);
    }
    expect((await partnership.businessUnit.get(`/api/submissions/${round.returnOf(oakfield)}`)).status).toBe(200);
    expect((await lead.post(`/api/rounds/${round.id}/close`)).status).toBe(403);
  });
  afterAll(() => api.stop());

  const events = async (client: Client, query = ''): Promise<Event[]> => (await client.get<{ events: Event[] }>(`/api/trail${query}`)).body.events;
  const said = (rows: readonly Event[]) => rows.map(({ person, what }) => `${person?.name} ${what}`);

  it('says in plain words who did what, newest first', async () => {
    const all = await events(partnership.businessUnit);
    expect(said(all).slice(0, 2)).toEqual(['=Jamila Ahmed tried to close the round Autumn: their role does not include it', 'Priya Shah read the return of Oakfield Primary School']);
    expect(said(all)).toEqual(expect.arrayContaining(['Ola Nowak submitted the return of Elmhurst Primary School', 'Priya Shah founded the partnership', 'Ola Nowak signed in']));
    expect(all.map(({ seq }) => seq)).toEqual(all.map((_, at) => all.length - at));
  });

  it('shows a lead what concerns their organisation, whoever did it, and nothing else', async () => {
    const seen = await events(lead!);
    expect(said(seen).slice(0, 2)).toEqual(['Priya Shah read the return of Oakfield Primary School', '=Jamila Ahmed submitted the return of Oakfield Primary School']);
    expect(new Set(seen.map(({ organisation }) => organisation?.name))).toEqual(new Set(['Oakfield Primary School']));
    expect(await events(lead!, `?organisationId=${elmhurst!.id}`)).toEqual([]);
  });

  it.each<[string, () => Promise<string>, (event: Event) => boolean]>([
    ['an organisation', async () => `organisationId=${oakfield!.id}`, ({ organisation }) => organisation?.id === oakfield!.id],
    ['a person', async () => `personId=${(await events(other!))[0]!.person!.id}`, ({ person }) => person?.name === 'Ola Nowak'],
    ['a kind', async () => 'kind=answers', ({ what }) => /return of/.test(what) && !/read/.test(what)],
    ['what was refused', async () => 'outcome=refused', ({ done }) => !done],
    ['what was done', async () => 'outcome=done', ({ done }) => done],
  ])('can be narrowed to %s', async (_, query, fits) => {
    const all = await events(partnership.businessUnit);
    const some = await events(partnership.businessUnit, `?${await query()}`);
    expect(some.length).toBeGreaterThan(0);
    expect(some).toEqual(all.filter(fits));
  });

  it('can be narrowed to days, as they are in England', async () => {
    const all = await events(partnership.businessUnit);
    const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' }).format(new Date(all[0]!.at));
    expect(await events(partnership.businessUnit, `?from=${day}&to=${day}`)).toHaveLength(all.length);
    expect(await events(partnership.businessUnit, '?to=2020-01-01')).toEqual([]);
    expect(await partnership.businessUnit.get('/api/trail?from=yesterday')).toMatchObject({ status: 400 });
  });

  it('comes in pages that neither repeat nor leave out', async () => {
    const before = (await events(partnership.businessUnit))[0]!.seq;
    const drafts = Array.from({ length: 45 }, (_, at) => ({ name: `Round ${at}`, opensOn: '2026-12-01', dueOn: '2026-12-11', finalOn: '2027-01-29', audience: { areaIds: [], phases: [], sectors: [], types: [] } }));
    const { body: templates } = await partnership.businessUnit.get('/api/templates');
    const template = templates.find(({ code }: { code: string }) => code === 'section-175');
    for (const draft of drafts) expect((await partnership.businessUnit.post('/api/rounds', { ...draft, templateVersionId: template.versionId })).status).toBe(201);
    const { body: first } = await partnership.businessUnit.get('/api/trail');
    const { body: second } = await partnership.businessUnit.get(`/api/trail?before=${first.earlier}`);
    expect(first.events).toHaveLength(50);
    expect([...first.events, ...second.events].map(({ seq }: Event) => seq)).toEqual(Array.from({ length: before + 45 }, (_, at) => before + 45 - at));
    expect(second.earlier).toBeNull();
  });

  it('can be taken away as a file that no spreadsheet runs, and that is told too', async () => {
    const { status, headers, body } = await lead!.get<ArrayBuffer>('/api/trail/export.csv');
    expect([status, headers.get('content-type'), headers.get('content-disposition')]).toEqual([200, 'text/csv; charset=utf-8', 'attachment; filename="trail_2026-11-22.csv"']);
    const [head, ...lines] = Buffer.from(body).toString().trimEnd().split('\r\n');
    expect(head).toBe('\ufeffseq,at,person,person_id,what,outcome,organisation,organisation_id,action,route,thing_kind,thing_id,detail,hash');
    expect(lines).toHaveLength((await events(lead!)).length);
    expect(lines.join('\n')).toContain("'=Jamila Ahmed");
    expect((await trailOf(api, partnership.id)).at(-1)).toMatchObject({ route: 'GET /trail/export.csv', outcome: 'done', actor: '=Jamila Ahmed' });
  });

  it.each(['contributor', 'viewer', 'trust-lead'] as const)('is not for a %s', async (role) => {
    const client = await signedIn(api, await aPerson(api, { role, organisationId: oakfield!.id }));
    expect(await client.get('/api/trail')).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
    expect(await client.get('/api/trail/export.csv')).toMatchObject({ status: 403 });
  });

  it('has an event of every download and every reading that is told', async () => {
    const unit = partnership.businessUnit;
    const { body: { standards } } = await unit.get(`/api/rounds/${roundId}/heatmap`);
    const { body: { questions } } = await unit.get(`/api/rounds/${roundId}/standards/${standards[0].key}`);
    const { rows: [{ id }] } = await api.administrator.query('select id from app.submission where round_id = $1 and organisation_id = $2', [roundId, oakfield!.id]);
    const copy = await recordsOf(api, partnership.id, { id: oakfield!.id, name: 'Priya Shah' }, oakfield!.id);
    const { body: [{ versionId }] } = await unit.get('/api/templates');
    const { body: draft } = await unit.post('/api/templates/drafts/from-version', { versionId });
    const { rows: [{ organisation_id: school, question_id: question }] } = await api.administrator.query('select s.organisation_id, a.question_id from app.submission s join app.answer a on a.submission_id = s.id where s.id = $1', [id]);
    const shown = (await bringTo(lead!, { id: school }, 'policy.txt', Buffer.from('Ours.'))).body.id;
    await api.administrator.query(`insert into app.evidence_use (partnership_id, submission_id, question_id, evidence_id, organisation_id, added_by, added_by_name, signed_revision)
      values ($1, $2, $3, $4, $5, gen_random_uuid(), 'J Ahmed', 1)`, [partnership.id, id, question, shown, school]);
    const workbook = await uploadWorkbook(unit, await workbookOf(aQuestionnaire()));
    const { body: receipt } = await unit.get(`/api/submissions/${id}/receipt`);
    const addresses = [`evidence/${shown}/revisions/1/file`, `receipts/${receipt.reference}/proof?sha256=${receipt.sha256}`, `rounds/${roundId}/question-heatmap`, `rounds/${roundId}/questions/${questions[0].id}`, `rounds/${roundId}/questions/${questions[0].id}/evidence`, 'good-practice', `rounds/${roundId}/export.csv`, `rounds/${roundId}/findings.pdf`, `rounds/${roundId}/findings.docx`, `rounds/${roundId}/export.xlsx`, `submissions/${id}`, `submissions/${id}/receipt`, `submissions/${id}/signing`, `submissions/${id}/proofs`, `submissions/${id}/signed.json`, `submissions/${id}/rating`, `submissions/${id}/ratings/${standards[0].key}`, ...['copy.pdf', 'copy.docx', 'governors-report.pdf', 'governors-report.docx'].map((file) => `submissions/${id}/${file}`), 'trail/export.csv',
      `records/exports/${copy}/file`, `exports/${await filesOf(api, partnership.id, roundId, [{ id: oakfield!.id, name: 'Priya Shah' }])}/file`, 'word-template/file', 'account/records.zip', `templates/versions/${versionId}/export.json`, `templates/drafts/${draft.id}/export.json`,
      ...['xlsx', 'ods'].flatMap((format) => [`templates/versions/${versionId}/workbook.${format}`, `templates/drafts/${draft.id}/workbook.${format}`]), `templates/imports/${workbook.body.id}/workbook`];
    for (const address of addresses) expect([address, (await unit.get(`/api/${address}`)).status]).toEqual([address, 200]);
    const asked = await aRound(api, version, [oakfield!.id], { name: 'Still open' });
    const guest = guestWith(api, (await aGuestLink(lead!, asked.returnOf(oakfield!), [version.id('policy')])).token);
    expect((await guest.questions()).status).toBe(200);
    const token = 'attest_for-this-test';
    await api.administrator.query(`insert into app.access_token (partnership_id, id, person_id, name, token_hash, made_at, expires_at)
      select $1, gen_random_uuid(), person_id, 'Excel', $2, '2026-11-22', '2027-01-01' from app.membership where role = 'business-unit' and partnership_id = $1 limit 1`, [partnership.id, hashOf(token)]);
    for (const file of ['rounds.csv', 'answers.csv', 'ratings.csv', 'measures.csv', 'measures.json']) {
      const answer = await fetch(`${api.url}/api/analysis/${file}`, { headers: { authorization: `Bearer ${token}` } });
      expect([file, answer.status, (await answer.text()).length > 0]).toEqual([file, 200, true]);
    }
    const told = new Set((await trailOf(api, partnership.id)).filter(({ outcome }) => outcome === 'done').map(({ route }) => route));
    const traced = declaredRoutes(api.app).filter((route) => route.told && route.verb === 'GET' && !route.open).map(({ path }) => `GET /${path}`);
    expect(traced.filter((route) => !told.has(route))).toEqual([]);
  });
});
