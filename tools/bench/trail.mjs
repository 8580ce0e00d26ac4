// Walking the whole trail of a country's year: a million events of a hundred partnerships, made in SQL, verified as an
// operator would do it. The limit is ten seconds.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { canonicalEvent } from '../../apps/api/src/trail/canonical-event.ts';
import { root } from '../node24.mjs';

const ROWS = 1_000_000;
const PARTNERSHIPS = 100;
const LIMIT = 10;

export async function trail({ database }, say) {
  const { rows: [{ already }] } = await database.query('select count(*)::int as already from app.audit_event');
  const each = Math.ceil((ROWS - already) / PARTNERSHIPS);
  await Promise.all(Array.from({ length: 2 }, () => database.query(generate(each))));
  await database.query('vacuum analyze app.audit_event');
  const said = await verified(database.options.connectionString);
  const [, events, seconds] = said.match(/([\d,]+) events of .* in ([\d.]+) s .*every link holds/) ?? [];
  if (!events) throw new Error(`The trail does not hold: ${said.slice(-500)}`);
  const row = { bench: 'trail', rows: Number(events.replaceAll(',', '')), seconds: Number(seconds), limit: LIMIT, ratio: Number((Number(seconds) / LIMIT).toFixed(2)) };
  say(`${row.rows} events in ${row.seconds} s`);
  return [row];
}

const generate = (each) => `
  do $$ declare e app.audit_event; pid uuid; last bytea; begin
    for p in 1..${PARTNERSHIPS / 2} loop
      pid := gen_random_uuid();
      last := decode(repeat('00', 32), 'hex');
      for n in 1..${each} loop
        e := row(pid, n, clock_timestamp(), gen_random_uuid(), 'Jamila Ahmed', uuid_send(gen_random_uuid()), null, gen_random_uuid(), 'submission.answer',
          'PUT /submissions/:id/answers/:questionId', 'submission', gen_random_uuid(), gen_random_uuid(), 'done', jsonb_build_object('answer', gen_random_uuid()), last, null);
        e.hash := ${canonicalEvent('e')};
        last := e.hash;
        insert into app.audit_event select e.*;
      end loop;
      insert into app.audit_head values (pid, ${each}, last);
    end loop;
  end $$`;

function verified(connectionString) {
  const child = spawn(process.execPath, ['--no-warnings', join(root, 'dist/apps/api/verify-trail.mjs')], { cwd: root, env: { ...process.env, DATABASE_URL: connectionString }, stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (chunk) => { said += chunk; });
  return new Promise((done) => child.on('exit', () => done(said)));
}
