// A round of 300 open returns with 70 answers each goes over to the next edition, and back: classified, previewed, done, undone.
// Beside it the bare updates of the same rows in one transaction, on the same disk, by a superuser whom nothing stops.
import { randomUUID } from 'node:crypto';
import { percentile, rounded } from './figures.mjs';
import { sent, timed } from './templates.mjs';

const RETURNS = 300;
const QUESTIONS = 70;
const TIMES = 3;

export async function carry(scene, say) {
  const unit = await scene.signIn('unit@demo.attest.example');
  const [before, after] = await twoEditions(unit);
  const roundId = await aRound(scene.database, before);
  const address = `/api/rounds/${roundId}/carry-overs`;
  const times = { classify: [], preview: [], apply: [], undo: [] };
  const bare = [];
  for (let turn = 0; turn < TIMES; turn++) {
    bare.push(await timed(() => bareUpdates(scene.database, roundId)));
    times.classify.push(await timed(() => sent(unit, 'GET', address)));
    times.preview.push(await timed(() => sent(unit, 'GET', `${address}/${after}`)));
    let done;
    times.apply.push(await timed(async () => { done = await sent(unit, 'POST', address, { templateVersionId: after }); }));
    if (done.returns !== RETURNS || done.kept + done.toCheck + done.setAside !== RETURNS * QUESTIONS) throw new Error(`Not all went over: ${JSON.stringify(done)}`);
    times.undo.push(await timed(() => sent(unit, 'POST', `/api/carry-overs/${done.id}/undo`)));
  }
  const limit = percentile(bare, 0.5);
  const rows = Object.entries(times).map(([name, all]) => ({
    bench: 'carry', name, returns: RETURNS, answers: RETURNS * QUESTIONS, seconds: rounded(percentile(all, 0.5) / 1000, 3), slowest: rounded(percentile(all, 1) / 1000, 3),
    limit: rounded(limit / 1000, 3), ratio: rounded(percentile(all, 0.5) / limit),
  }));
  for (const { name, seconds } of rows) say(`${name}: ${seconds} s`);
  return rows;
}

/** Seventy rated questions; a year on five of them have other words, one is split in two, one is retired and one is new. */
async function twoEditions(unit) {
  const library = await sent(unit, 'GET', '/api/templates');
  const { template } = await sent(unit, 'GET', `/api/templates/versions/${library.find(({ code }) => code === 'section-175').versionId}`);
  const rated = template.sections.flatMap(({ questions }) => questions).filter(({ showIf, appliesTo, type }) => !showIf && !appliesTo && type === 'level');
  const asked = Array.from({ length: QUESTIONS }, (_, at) => ({ ...rated[at % rated.length], key: `asked-${at}`, ref: `${1 + Math.floor(at / 7)}.${1 + (at % 7)}` }));
  const sections = Array.from({ length: QUESTIONS / 7 }, (_, at) => ({ key: `part-${at}`, ref: String(at + 1), title: `Part ${at + 1}`, intro: '', weight: 1, questions: asked.slice(7 * at, 7 * at + 7) }));
  const before = await publish(unit, await sent(unit, 'POST', '/api/templates/drafts/from-json', { template: { ...template, follows: undefined, retired: undefined, code: 'bench-carry', sections } }));
  const draft = await sent(unit, 'POST', '/api/templates/drafts/from-version', { versionId: before });
  const own = (at, changes) => ({ ...asked[at], ...changes });
  const parts = ['a', 'b'].map((part) => ({ edit: 'add-question', section: 'part-1', at: 99, question: own(7, { key: `asked-7-${part}`, ref: `99.${part}`, lineage: { kind: 'split', from: ['asked-7'] } }) }));
  const { revision } = await sent(unit, 'POST', `/api/templates/drafts/${draft.id}/edits`, { revision: draft.revision, edits: [
    ...[1, 2, 3, 4, 5].map((at) => ({ edit: 'change-question', question: own(at, { wording: `${asked[at].wording} Say how you know.`, lineage: { kind: 'reworded', from: [`asked-${at}`] } }) })),
    { edit: 'remove-question', key: 'asked-7' }, ...parts, { edit: 'remove-question', key: 'asked-14' },
    { edit: 'settings', changes: { retired: [{ key: 'asked-14', ref: asked[14].ref, title: asked[14].title, note: 'Asked elsewhere.' }] } },
    { edit: 'add-question', section: 'part-3', at: 99, question: own(21, { key: 'first-asked', ref: '99.9', lineage: { kind: 'new', from: [] } }) },
  ] });
  return [before, await publish(unit, { ...draft, revision })];
}

async function publish(unit, { id, revision }) {
  return (await sent(unit, 'POST', `/api/templates/drafts/${id}/publish`, { revision })).versionId;
}

/** Of schools made for it, with every question answered: the demonstration has fewer that are open. */
async function aRound(database, versionId) {
  const roundId = randomUUID();
  const { rows: [{ partnership_id: partnership }] } = await database.query('select partnership_id from app.template_version where id = $1', [versionId]);
  await database.query(`
    insert into app.round (partnership_id, id, template_version_id, name, reference, state, opens_on, due_on, final_on, audience)
    values ($1, $2, $3, 'Measured', 'BENCH', 'open', current_date - 1, current_date + 30, current_date + 60, '{"areaIds": [], "phases": [], "sectors": [], "types": []}')`, [partnership, roundId, versionId]);
  await database.query(`
    with schools as (
      insert into app.organisation (id, kind, name, phase, sector, type, features, status)
      select gen_random_uuid(), 'school', 'Measured School ' || at, 'primary', null, '', '{}', 'open' from generate_series(1, $3) at returning id, name),
    members as (
      insert into app.round_member (partnership_id, id, round_id, organisation_id, organisation_name, phase, peer_group, joined_on)
      select $1, gen_random_uuid(), $2, id, name, 'primary', 'other', current_date from schools returning id, organisation_id),
    returns as (
      insert into app.submission (partnership_id, id, round_id, round_member_id, organisation_id, template_version_id, state, version, answered, required, standing, started_at, last_saved_at)
      select $1, gen_random_uuid(), $2, id, organisation_id, $4, 'in-progress', $5, $5, $5, '{}', now(), now() from members returning id, organisation_id)
    insert into app.answer (partnership_id, submission_id, question_id, organisation_id, level, note, version, updated_by, updated_by_name)
    select $1, r.id, q.id, r.organisation_id, 'green', 'We sampled ten records in October and found this working in nine of them.', 1, gen_random_uuid(), 'J Ahmed'
    from returns r cross join app.question q where q.template_version_id = $4`, [partnership, roundId, RETURNS, versionId, QUESTIONS]);
  await database.query('analyze');
  return roundId;
}

async function bareUpdates(pool, roundId) {
  const client = await pool.connect();
  await client.query('begin');
  await client.query('update app.answer a set question_id = a.question_id, to_check = not a.to_check from app.submission s where s.round_id = $1 and a.submission_id = s.id', [roundId]);
  await client.query('update app.submission set version = version where round_id = $1', [roundId]);
  await client.query('rollback');
  client.release();
}
