// How quickly the pages of questions come up and answer to the keyboard, in Chromium with a processor four times as slow:
// the first question page (LCP, INP), and typing in a section of 120 questions (INP).
import { randomUUID } from 'node:crypto';
import { openBrowser } from '../browser.mjs';
import { percentile } from './figures.mjs';
import { PASSWORD } from './scene.mjs';

const SLOWER = 4;
const QUESTIONS = 120;
const WORDS = 'We sampled ten records in October and found this working in nine of them. ';
const limits = { lcp: 2_500, inp: 150 };

export async function typing(scene) {
  const { short, long } = await returns(scene);
  const browser = await openBrowser();
  try {
    return [
      ...await measured(browser, scene.url, `/returns/${short.id}/questions/${short.question}`, 'first question page', { lcp: true }),
      ...await measured(browser, scene.url, `/returns/${long.id}/sections/everything`, `section of ${QUESTIONS} questions`, {}),
    ];
  } finally {
    await browser.close();
  }
}

async function measured(browser, url, address, name, { lcp }) {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
  await page.goto(`${url}/sign-in`);
  await page.evaluate(({ email, password }) => fetch('/api/session', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email, password }) }),
    { email: 'dsl@demo.attest.example', password: PASSWORD });
  const wire = await page.context().newCDPSession(page);
  await wire.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.addInitScript(watch);
  await page.goto(`${url}${address}`);
  const boxes = page.locator('textarea:visible');
  await boxes.first().waitFor();
  await page.waitForLoadState('networkidle');
  const shown = await page.evaluate(() => window.attestWatched.lcp);
  // near the top, in the middle and at the end
  const count = await boxes.count();
  for (const at of new Set([0, Math.floor(count / 2), count - 1])) {
    await boxes.nth(at).click();
    await page.keyboard.type(WORDS, { delay: 90 });
  }
  await page.locator('main input[type=radio]:visible').first().click();
  await page.waitForTimeout(2_500);
  const durations = await page.evaluate(() => window.attestWatched.interactions());
  await page.context().close();
  const p75 = percentile(durations, 0.75);
  return [
    ...(lcp ? [{ bench: 'typing', name: `${name}: LCP`, milliseconds: Math.round(shown), limit: limits.lcp, ratio: ratio(shown, limits.lcp) }] : []),
    { bench: 'typing', name: `${name}: INP p75`, milliseconds: p75, limit: limits.inp, ratio: ratio(p75, limits.inp), interactions: durations.length, worst: Math.max(...durations) },
  ];
}

const ratio = (value, limit) => Number((value / limit).toFixed(2));

/** In the page: when the largest thing was painted, and how long each interaction took to the next frame. Those under 16 ms are not told by the browser and count as 16. */
function watch() {
  const byInteraction = new Map();
  const state = { lcp: 0, presses: 0, interactions: () => { const seen = [...byInteraction.values()]; return [...seen, ...Array(Math.max(0, state.presses - seen.length)).fill(16)]; } };
  window.attestWatched = state;
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) state.lcp = entry.startTime; }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const { interactionId, duration } of list.getEntries()) if (interactionId) byInteraction.set(interactionId, Math.max(duration, byInteraction.get(interactionId) ?? 0));
  }).observe({ type: 'event', buffered: true, durationThreshold: 16 });
  for (const name of ['keydown', 'pointerdown']) document.addEventListener(name, () => { state.presses++; }, true);
}

/** The open return of the demonstration, and one of the same school whose one section asks 120 questions. */
async function returns({ database, url, signIn }) {
  const lead = await signIn('dsl@demo.attest.example');
  const { body: mine } = await lead.send('GET', '/api/submissions');
  const open = mine.find(({ moves }) => moves.includes('answer'));
  const { body: whole } = await lead.send('GET', `/api/submissions/${open.id}`);
  const { rows: [known] } = await database.query('select s.partnership_id, s.round_id, s.organisation_id, s.template_version_id, v.manifest from app.submission s join app.template_version v on v.id = s.template_version_id where s.id = $1', [open.id]);
  const rated = known.manifest.sections.flatMap(({ questions }) => questions).find(({ type }) => type === 'level');
  const questions = Array.from({ length: QUESTIONS }, (_, at) => ({ ...rated, key: `asked-${at + 1}`, ref: `1.${at + 1}`, showIf: undefined, appliesTo: undefined, critical: false }));
  const [version, template, round, member, submission] = Array.from({ length: 5 }, () => randomUUID());
  const manifest = { ...known.manifest, code: 'long', title: 'A long questionnaire', sections: [{ key: 'everything', ref: '1', title: 'Everything', intro: '', weight: 1, questions }] };
  const run = (sql, values) => database.query(sql, values);
  await run("insert into app.template (partnership_id, id, code, audience) values ($1, $2, 'long', 'school')", [known.partnership_id, template]);
  await run("insert into app.template_version (partnership_id, id, template_id, edition, title, state, manifest, content_hash, effective_from, published_at) values ($1, $2, $3, '2026-27', 'A long questionnaire', 'draft', $4, 'hash', '2026-09-01', now())",
    [known.partnership_id, version, template, JSON.stringify(manifest)]);
  for (const [position, { key, ref }] of questions.entries()) await run("insert into app.question (partnership_id, id, template_version_id, key, ref, section_key, position) values ($1, $2, $3, $4, $5, 'everything', $6)", [known.partnership_id, randomUUID(), version, key, ref, position]);
  await run("update app.template_version set state = 'published' where id = $1", [version]);
  await run(`insert into app.round (partnership_id, id, template_version_id, name, reference, state, opens_on, due_on, final_on, audience)
    select partnership_id, $2, $3, 'A long round', 'LONG', 'open', opens_on, due_on, final_on, audience from app.round where id = $1`, [known.round_id, round, version]);
  await copy(run, 'round_member', 'select * from app.round_member where round_id = $1 and organisation_id = $2', [known.round_id, known.organisation_id], { id: member, round_id: round });
  await run('insert into app.submission (partnership_id, id, round_id, round_member_id, organisation_id, template_version_id) values ($1, $2, $3, $4, $5, $6)',
    [known.partnership_id, submission, round, member, known.organisation_id, version]);
  return { short: { id: open.id, question: whole.sections.flatMap((section) => section.questions).find(({ type }) => type === 'level').id }, long: { id: submission }, url };
}

/** A row once more, with other identifiers. */
async function copy(run, table, sql, values, changes) {
  const { rows: [row] } = await run(sql, values);
  const changed = { ...row, ...changes };
  const names = Object.keys(changed);
  await run(`insert into app.${table} (${names.join(', ')}) values (${names.map((_, at) => `$${at + 1}`).join(', ')})`, names.map((name) => changed[name]));
}
