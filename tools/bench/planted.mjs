import { rounded } from './figures.mjs';

/** A round with so many returns, each a copy of one of the demonstration's, written at once and rolled up behind it. */
export async function planted(pool, count, say) {
  const there = await found(pool, count);
  if (there) return there;
  const client = await pool.connect();
  const started = performance.now();
  try {
    const { rows: [source] } = await client.query(`
      select r.id, r.partnership_id from app.round r join app.submission s on s.round_id = r.id where r.state = 'closed' and r.reference like 'S175%' and s.state in ('submitted', 'accepted')
      group by r.id, r.partnership_id order by count(*) desc limit 1`);
    await client.query("begin; set local session_replication_role = replica; set local synchronous_commit = off");
    await client.query(`
      create temp table source on commit drop as select s.id as submission, s.round_member_id as member, s.organisation_id as organisation, row_number() over (order by s.id) as n
        from app.submission s where s.round_id = '${source.id}' and s.state in ('submitted', 'accepted');
      create temp table target on commit drop as select gen_random_uuid() as submission, gen_random_uuid() as member, gen_random_uuid() as organisation, n, 1 + (n - 1) % (select count(*) from source) as from_n
        from generate_series(1, ${count}) n;
      create index on target (from_n); create index on source (n); create index on source (submission);
      create temp table the_round on commit drop as select gen_random_uuid() as id`);
    const pairs = 'target t join source o on o.n = t.from_n';
    const copy = async (table, from, changes) => {
      const { rows } = await client.query("select attname as name from pg_attribute where attrelid = ('app.' || $1)::regclass and attnum > 0 and not attisdropped and attgenerated = ''", [table]);
      const names = rows.map(({ name }) => name);
      return (await client.query(`insert into app.${table} (${names.join(', ')}) select ${names.map((name) => changes[name] ?? `x.${name}`).join(', ')} from ${from}`)).rowCount;
    };
    await copy('round', `app.round x, the_round where x.id = '${source.id}'`, { id: 'the_round.id', name: `'Bench of ${count}'`, reference: `'B-${count}'` });
    await copy('organisation', `${pairs} join app.organisation x on x.id = o.organisation`, { id: 't.organisation', name: `'School ' || t.n`, urn: `'B' || ${count} || t.n`, predecessor_id: 'null' });
    await copy('round_member', `${pairs} join app.round_member x on x.id = o.member, the_round`, { id: 't.member', round_id: 'the_round.id', organisation_id: 't.organisation', organisation_name: `'School ' || t.n` });
    await copy('submission', `${pairs} join app.submission x on x.id = o.submission, the_round`, { id: 't.submission', round_id: 'the_round.id', round_member_id: 't.member', organisation_id: 't.organisation', reference: `'B${count}-' || t.n` });
    const answers = await copy('answer', `${pairs} join app.answer x on x.submission_id = o.submission`, { submission_id: 't.submission', organisation_id: 't.organisation' });
    await copy('rating', `${pairs} join app.rating x on x.submission_id = o.submission, the_round`, { submission_id: 't.submission', round_id: 'the_round.id', organisation_id: 't.organisation' });
    await copy('submission_snapshot', `${pairs} join app.submission_snapshot x on x.submission_id = o.submission`, { id: 'gen_random_uuid()', submission_id: 't.submission', organisation_id: 't.organisation' });
    await copy('return_rollup', `${pairs} join app.return_rollup x on x.submission_id = o.submission, the_round`, { submission_id: 't.submission', round_id: 'the_round.id', round_member_id: 't.member', organisation_id: 't.organisation' });
    const { rows: [{ id }] } = await client.query('select id from the_round');
    await client.query('commit');
    await client.query('analyze');
    say(`${count} returns with ${answers} answers are there after ${rounded((performance.now() - started) / 1000, 1)} s`);
    return { id, returns: count, answers };
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

/** From the last time. */
async function found(pool, count) {
  const { rows: [there] } = await pool.query(`
    select r.id, (select count(*)::int from app.answer a join app.submission s on s.partnership_id = a.partnership_id and s.id = a.submission_id where s.round_id = r.id) as answers
    from app.round r where r.reference = 'B-' || $1::int`, [count]);
  return there && { ...there, returns: count };
}
