// Papers: a blank form of 120 questions, and the copy and the governors' report of a submitted return, as PDF and for Word.
// The limit is what somebody waits for without wondering: five seconds. And how long others wait for an answer meanwhile.
import { percentile, rounded } from './figures.mjs';
import { ofSize } from './templates.mjs';

const [QUESTIONS, TIMES, LIMIT] = [120, 5, 5];

export async function documents(scene, say) {
  const unit = await scene.signIn('unit@demo.attest.example');
  const lead = await scene.signIn('dsl@demo.attest.example');
  const library = (await unit.send('GET', '/api/templates')).body;
  const { template } = (await unit.send('GET', `/api/templates/versions/${library.find(({ code }) => code === 'section-175').versionId}`)).body;
  const draft = (await unit.send('POST', '/api/templates/drafts/from-json', { template: { ...ofSize(template, QUESTIONS), code: 'bench-documents' } })).body;
  const past = (await lead.send('GET', '/api/submissions')).body.find(({ moves }) => moves.includes('receipt'));
  const papers = [
    [`form-of-${QUESTIONS}`, unit, `/api/templates/drafts/${draft.id}/form`], ['copy-of-a-return', lead, `/api/submissions/${past.id}/copy`], ['governors-report', lead, `/api/submissions/${past.id}/governors-report`],
  ];
  const rows = [];
  for (const [name, caller, path] of papers) {
    for (const kind of ['pdf', 'docx']) rows.push(row(`${name}.${kind}`, await times(caller, `${path}.${kind}`)));
  }
  rows.push(row('health-while-printing', await meanwhile(unit, `/api/templates/drafts/${draft.id}/form.pdf`, lead)));
  for (const { name, seconds } of rows) say(`${name}: ${seconds} s`);
  return rows;
}

const row = (name, seconds) => ({
  bench: 'documents', name, seconds: rounded(percentile(seconds, 0.5), 3), slowest: rounded(percentile(seconds, 1), 3), limit: LIMIT, ratio: rounded(percentile(seconds, 0.5) / LIMIT, 3),
});

async function times(caller, path) {
  const taken = [];
  for (let turn = 0; turn < TIMES; turn++) taken.push(await timed(caller, path));
  return taken;
}

async function timed(caller, path) {
  const started = performance.now();
  const { status } = await caller.send('GET', path);
  if (status !== 200) throw new Error(`GET ${path} was answered with ${status}`);
  return (performance.now() - started) / 1000;
}

/** Asks for something small, over and over, as long as a form is being made for somebody else. */
async function meanwhile(printing, path, other) {
  let done = false;
  const printed = timed(printing, path).finally(() => { done = true; });
  const taken = [];
  while (!done) taken.push(await timed(other, '/health/ready'));
  await printed;
  return taken;
}
