import { randomUUID } from 'node:crypto';
import { ANSWERED, ENLIST, FOUND, ROUND, SHAPES } from './statements.mjs';

/** Written without triggers and checks, which would ask the same of five million rows one by one; the returns in short are made at the end of each round. */
export async function fill(database, partnerships, say) {
  const client = await database.connect();
  try {
    await client.query("set session_replication_role = replica; set synchronous_commit = off; set work_mem = '256MB'; set enable_nestloop = off; select setseed(0.42)");
    const schools = partnerships.reduce((sum, one) => sum + one.schools, 0);
    let done = 0;
    for (const [at, one] of partnerships.entries()) {
      await add(client, one);
      done += one.schools;
      if (at === partnerships.length - 1 || at % 5 === 0) say(`${at + 1} of ${partnerships.length} partnerships, ${done.toLocaleString('en-GB')} of ${schools.toLocaleString('en-GB')} schools`);
    }
    say('telling the planner what there is');
    await client.query('reset session_replication_role; reset synchronous_commit; reset work_mem; reset enable_nestloop');
    await client.query('vacuum analyze');
  } finally {
    client.release();
  }
}

/** The newest round is open, the others are closed. */
async function add(client, { name, schools, years }) {
  const partnership = randomUUID();
  const run = (statements, values = {}) => one(client, statements, { partnership, name, schools, ...values });
  await run([...FOUND, ...ENLIST]);
  // a table cannot be made from a parameter
  for (const statement of SHAPES) await client.query(statement.replaceAll(':partnership', `'${partnership}'`));
  const { rows: editions } = await client.query("select id from app.template_version where partnership_id = $1 and state = 'published' order by effective_from desc", [partnership]);
  let before = null;
  for (let back = years - 1; back >= 0; back--) {
    // more years than editions: the oldest was asked more than once
    const version = editions[Math.min(back, editions.length - 1)].id;
    const [round, opens] = [randomUUID(), 2026 - back];
    await run([...ROUND, ...ANSWERED], { round, version, title: `Survey ${opens}`, before, opens, state: back === 0 ? 'open' : 'closed' });
    await client.query('select app.roll_up($1, array(select s.id from app.submission s where s.partnership_id = $1 and s.round_id = $2))', [partnership, round]);
    before = round;
  }
}

/** Values stand in a statement by name, as `:round`. */
async function one(client, statements, values) {
  for (const statement of statements) {
    const named = [];
    const text = statement.replace(/(?<!:):([a-z]+)/g, (_, name) => {
      if (!named.includes(name)) named.push(name);
      return `$${named.indexOf(name) + 1}`;
    });
    await client.query(text, named.map((name) => values[name]));
  }
}
