// Saving one answer through everything (session, guard, transaction, row-level security, history, score), beside the
// least that could be called saving, from as many connections: begin, one upsert, commit. `single` is the same upsert
// as one statement that commits itself, which no program with rules of its own could use.
// Times are milliseconds; rates are a second.
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { load, median, percentile, rounded } from './figures.mjs';

const CLIENTS = [1, 8, 32];
const TURNS = 3;
const TURN_MS = 2500;

export async function save(scene, say) {
  const leads = await scene.enrolLeads(Math.max(...CLIENTS));
  const writers = [];
  for (const lead of leads) writers.push(await writerFor(scene, lead));
  const bare = await bareLoop(scene.database, Math.max(...CLIENTS));
  const rows = [];
  for (const clients of CLIENTS) {
    const ours = [];
    const limits = [];
    const singles = [];
    for (let turn = 0; turn < TURNS; turn++) {
      ours.push(await load(clients, TURN_MS, (index) => writers[index]()));
      limits.push(await load(clients, TURN_MS, bare.committed));
      singles.push(await load(clients, TURN_MS, bare.once));
    }
    const times = ours.flatMap((turn) => turn.times);
    const [rate, limit, single] = [ours, limits, singles].map((turns) => median(turns.map((turn) => turn.rate)));
    rows.push({ bench: 'save', clients, rate: Math.round(rate), limit: Math.round(limit), ratio: rounded(rate / limit), single: Math.round(single), singleRatio: rounded(rate / single), p50: rounded(percentile(times, 0.5)), p95: rounded(percentile(times, 0.95)) });
    say(`${clients} clients: ${Math.round(rate)}/s of ${Math.round(limit)}/s`);
  }
  await bare.end();
  return rows;
}

/** One lead at one return, going round its rated questions and changing their mind each time. */
async function writerFor(scene, { email, submissionId }) {
  const caller = await scene.signIn(email);
  const { body: submission } = await caller.send('GET', `/api/submissions/${submissionId}`);
  const questions = submission.sections.flatMap((section) => section.questions)
    .filter((question) => question.type === 'level')
    .map((question) => ({ id: question.id, version: question.answer?.version ?? 0, levels: question.levels.map((level) => level.key) }));
  let turn = 0;
  return async () => {
    const question = questions[turn % questions.length];
    const level = question.levels[Math.floor(turn++ / questions.length) % question.levels.length];
    const { status, body } = await caller.send('PUT', `/api/submissions/${submissionId}/answers/${question.id}`,
      { operationId: randomUUID(), level, value: null, note: 'We sampled ten records in September and found this working in all of them.', naReason: null },
      { 'if-match': String(question.version) });
    // a question that an earlier answer made disappear is left out from now on
    if (status === 422) return void questions.splice(questions.indexOf(question), 1);
    if (status !== 200) throw new Error(`A save was answered with ${status}: ${JSON.stringify(body)}`);
    question.version = body.answer.version;
  };
}

async function bareLoop(database, connections) {
  await database.query('create table if not exists public.bare (id uuid, question int, level text, note text, version int not null, primary key (id, question))');
  const { connectionString } = database.options;
  const clients = await Promise.all(Array.from({ length: connections }, async () => {
    const client = new pg.Client({ connectionString });
    await client.connect();
    return client;
  }));
  const ids = clients.map(() => randomUUID());
  let turn = 0;
  const once = (index) => clients[index].query({
      name: 'bare', text: `insert into public.bare values ($1, $2, $3, $4, 1)
        on conflict (id, question) do update set level = excluded.level, note = excluded.note, version = bare.version + 1`,
      values: [ids[index], turn++ % 60, 'green', 'We sampled ten records in September and found this working in all of them.'],
    });
  return {
    once,
    committed: async (index) => {
      await clients[index].query('begin');
      await once(index);
      await clients[index].query('commit');
    },
    end: () => Promise.all(clients.map((client) => client.end())),
  };
}
