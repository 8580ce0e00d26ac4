// Publishing a questionnaire of 120 questions, and the edition after it, through the whole API: checks, questions, lineage,
// hash. Beside it the bare inserts of the same rows, on the same disk. And one edit of such a draft, as the editor saves it.
import { randomUUID } from 'node:crypto';
import { percentile, rounded } from './figures.mjs';

const QUESTIONS = 120;
const TIMES = 10;
const EDITS = 100;

export async function templates(scene, say) {
  const unit = await scene.signIn('unit@demo.attest.example');
  const library = await sent(unit, 'GET', '/api/templates');
  const { template } = await sent(unit, 'GET', `/api/templates/versions/${library.find(({ code }) => code === 'section-175').versionId}`);
  const whole = ofSize(template, QUESTIONS);
  const [first, next, bare, edits] = [[], [], [], []];
  for (let turn = 0; turn < TIMES; turn++) {
    const draft = await sent(unit, 'POST', '/api/templates/drafts/from-json', { template: { ...whole, code: `bench-${turn}` } });
    first.push(await timed(() => publish(unit, draft)));
    const following = await sent(unit, 'POST', '/api/templates/drafts/from-version', { versionId: draft.id });
    next.push(await timed(() => publish(unit, following)));
    bare.push(await timed(() => insert(scene.database, draft.id)));
  }
  let draft = await sent(unit, 'POST', '/api/templates/drafts/from-json', { template: { ...whole, code: 'bench-edits' } });
  for (let turn = 0; turn < EDITS; turn++) {
    const question = { ...draft.template.sections[1].questions[0], wording: `Is it so, for the ${turn}th time?` };
    edits.push(await timed(async () => {
      const { revision } = await sent(unit, 'POST', `/api/templates/drafts/${draft.id}/edits`, { revision: draft.revision, edits: [{ edit: 'change-question', question }] });
      draft = { ...draft, revision };
    }));
  }
  const limit = percentile(bare, 0.5);
  const row = (name, times) => ({
    bench: 'templates', name, seconds: rounded(percentile(times, 0.5) / 1000, 3), slowest: rounded(percentile(times, 1) / 1000, 3),
    limit: rounded(limit / 1000, 3), ratio: rounded(percentile(times, 0.5) / limit),
  });
  const rows = [row(`publish-${QUESTIONS}`, first), row(`publish-${QUESTIONS}-next-edition`, next), row('edit', edits)];
  for (const { name, seconds } of rows) say(`${name}: ${seconds} s`);
  return rows;
}

const publish = (unit, { id, revision }) => sent(unit, 'POST', `/api/templates/drafts/${id}/publish`, { revision });

export async function sent(caller, verb, path, body) {
  const answer = await caller.send(verb, path, body);
  if (answer.status >= 300) throw new Error(`${verb} ${path} was answered with ${answer.status}: ${JSON.stringify(answer.body).slice(0, 500)}`);
  return answer.body;
}

export async function timed(work) {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** The questionnaire with more questions of its own kind, until it has so many. */
export function ofSize(template, size) {
  const rated = template.sections.flatMap(({ questions }) => questions).filter(({ showIf, type }) => !showIf && type === 'level');
  const missing = size - template.sections.reduce((sum, { questions }) => sum + questions.length, 0);
  const more = Array.from({ length: missing }, (_, at) => ({ ...rated[at % rated.length], key: `more-${at}`, ref: `99.${at + 1}` }));
  return { ...template, edition: '2026-27', sections: [...template.sections, { key: 'more', ref: '99', title: 'More', intro: '', weight: 1, questions: more }] };
}

/** The same rows again in one transaction, as a superuser whom nothing stops. */
async function insert(pool, id) {
  const client = await pool.connect();
  const copy = randomUUID();
  await client.query('begin');
  await client.query(
    `insert into app.template_version (partnership_id, id, template_id, edition, title, state, manifest, content_hash, effective_from)
     select partnership_id, $2, template_id, $3, title, 'draft', manifest, content_hash, effective_from from app.template_version where id = $1`, [id, copy, copy]);
  await client.query(
    `insert into app.question (partnership_id, id, template_version_id, key, ref, section_key, position)
     select partnership_id, gen_random_uuid(), $2, key, ref, section_key, position from app.question where template_version_id = $1`, [id, copy]);
  await client.query('commit');
  client.release();
}
