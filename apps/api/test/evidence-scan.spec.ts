import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { environmentFrom } from '../src/environment';
import { aClamd, type Clamd } from './clamd';
import type { Client } from './client';
import { EICAR, aPdf } from './evidence-files';
import { bring, bringTo, questionsIn, useFor } from './evidence-scenes';
import { aQuestionnaire, aRound, published, type Published } from './return-scenes';
import { aPartnership, aPerson, aSchool, signedIn, type Partnership } from './scenes';
import { startApi, type RunningApi } from './start-api';
import { trailOf } from './trail-scenes';
import { until } from './until';

let api: RunningApi;
let clamd: Clamd;
let partnership: Partnership;
let version: Published;
let school: { id: string };
let lead: Client;
beforeAll(async () => {
  clamd = await aClamd();
  api = await startApi({ variables: { ROLE: 'all', CLAMAV: clamd.address } });
  partnership = await aPartnership(api);
  version = await published(api, partnership.id, aQuestionnaire());
  school = await aSchool(api);
  lead = await signedIn(api, await aPerson(api, { role: 'lead', organisationId: school.id }));
  api.today('2026-11-22');
  console.log(`Files are scanned by ${clamd.real ? 'ClamAV itself' : 'a server that speaks as clamd does, because clamd is not installed here'}`);
});
afterAll(async () => {
  await api.stop();
  await clamd.stop().catch(() => {});
});

const stateOf = async (id: string) => (await lead.get(`/api/evidence/${id}`)).body.revision.scan;

describe('where files are scanned for malware', () => {
  it('a file waits, and is given out once it was found clean', async () => {
    const { body } = await bringTo(lead, school, 'policy.pdf', aPdf());
    expect(body.revision).toMatchObject({ scan: 'waiting', file: null });
    await until(async () => (await stateOf(body.id)) === 'clean');
    const { body: { revision } } = await lead.get(`/api/evidence/${body.id}`);
    expect((await lead.get(revision.file)).status).toBe(200);
  });

  it('what is infected is gone within seconds: it does not count, nobody gets it, and the trail tells', async () => {
    const returnId = (await aRound(api, version, [school.id])).returnOf(school);
    const { body } = await bringTo(lead, school, 'eicar.txt', Buffer.from(EICAR));
    await useFor(lead, returnId, version.id('policy'), body.id);
    await until(async () => (await stateOf(body.id)) === 'infected', 30);
    expect(await lead.get(`/api/evidence/${body.id}/revisions/1/file`)).toMatchObject({ status: 409, body: { code: 'not-scanned-yet', detail: expect.stringContaining('Malware was found') } });
    const { rows: [kept] } = await api.administrator.query('select (select count(*)::int from app.evidence_chunk where evidence_id = $1) as pieces, (select threat from app.evidence_revision where evidence_id = $1) as threat, (select evidence from app.submission where id = $2) as counted', [body.id, returnId]);
    expect(kept).toEqual({ pieces: 0, threat: expect.stringContaining('Eicar'), counted: {} });
    expect((await questionsIn(lead, returnId))['policy'].shown).toMatchObject([{ revision: { scan: 'infected', file: null } }]);
    expect((await trailOf(api, partnership.id)).find(({ route }) => route === 'malware-found')).toMatchObject({ thing_id: body.id, organisation_id: school.id });
    const { body: revised } = await bring(lead, `/api/evidence/${body.id}/revisions`, 'policy.txt', Buffer.from('Our policy.'));
    await until(async () => (await stateOf(revised.id)) === 'clean');
    expect((await api.administrator.query('select evidence from app.submission where id = $1', [returnId])).rows[0].evidence).toEqual({ [version.id('policy')]: 1 });
  });

  it('a file from before there was a scanner is scanned when somebody wants it, and until then nobody gets it', async () => {
    const { body } = await bringTo(lead, school, 'old.pdf', aPdf());
    await until(async () => (await stateOf(body.id)) === 'clean');
    await api.administrator.query("update app.evidence_revision set scan = 'not-scanned' where evidence_id = $1", [body.id]);
    expect(await lead.get(`/api/evidence/${body.id}/revisions/1/file`)).toMatchObject({ status: 409, body: { code: 'not-scanned-yet' } });
    await until(async () => (await stateOf(body.id)) === 'clean');
  });

  it('is scanned for somebody else of the organisation when whoever brought it has left', async () => {
    const leaver = await aPerson(api, { role: 'contributor', organisationId: school.id });
    const client = await signedIn(api, leaver);
    const { body } = await bringTo(client, school, 'theirs.pdf', aPdf());
    await until(async () => (await stateOf(body.id)) === 'clean');
    await api.administrator.query('update app.membership set ended_at = now() where person_id = $1', [leaver.id]);
    await api.administrator.query("update app.evidence_revision set scan = 'not-scanned' where evidence_id = $1", [body.id]);
    await lead.get(`/api/evidence/${body.id}/revisions/1/file`);
    await until(async () => (await stateOf(body.id)) === 'clean');
  });

  it('while clamd is away everything waits and nobody gets it', async () => {
    await clamd.stop();
    const { body } = await bringTo(lead, school, 'waits.pdf', aPdf());
    await new Promise((later) => setTimeout(later, 3_000));
    expect(await stateOf(body.id)).toBe('waiting');
    expect(await lead.get(`/api/evidence/${body.id}/revisions/1/file`)).toMatchObject({ status: 409, body: { detail: expect.stringContaining('has not been checked for malware yet') } });
  });
});

describe('the address of the scanner', () => {
  const variables = { SECRET: 'x'.repeat(32), DATABASE_URL: 'postgres://attest@localhost/attest' };
  it.each([['/run/clamav/clamd.ctl', { path: '/run/clamav/clamd.ctl' }], ['clamav:3310', { host: 'clamav', port: 3310 }], ['[::1]:3310', { host: '::1', port: 3310 }], ['', null]])('%j is understood', (CLAMAV, expected) => {
    expect(environmentFrom({ ...variables, CLAMAV }).scanner).toEqual(expected);
  });
  it.each(['clamav', 'clamav:99999', 'http://clamav:3310'])('%s stops the start', (CLAMAV) => {
    expect(() => environmentFrom({ ...variables, CLAMAV })).toThrow('CLAMAV must be the socket of clamd');
  });
});
