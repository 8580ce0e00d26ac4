import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { canonicalEvent } from '../src/trail/canonical-event';
import { verifyTrail, type Head } from '../src/trail/verify';
import { aPartnership, aPerson, anotherPartnership, signedIn } from './scenes';
import { startApi, type RunningApi } from './start-api';

describe('verifying the trail', () => {
  let api: RunningApi;
  let here: string;
  let there: string;
  beforeAll(async () => {
    api = await startApi();
    here = (await aPartnership(api)).id;
    const person = await signedIn(api, await aPerson(api, { role: 'executive', name: 'Ola Nowak' }));
    for (let tries = 0; tries < 8; tries++) await person.post(`/api/rounds/${randomUUID()}/close`);
    there = (await anotherPartnership(api)).id;
    await api.administrator.query('create table public.sound as select * from app.audit_event; create table public.sound_heads as select * from app.audit_head');
  });
  afterAll(() => api.stop());

  /** As somebody with the server in their hands: past every trigger. */
  const past = (sql: string) => api.administrator.query(`set session_replication_role = replica; ${sql}; set session_replication_role = origin`);
  beforeEach(() => past('truncate app.audit_event, app.audit_head; insert into app.audit_event select * from public.sound; insert into app.audit_head select * from public.sound_heads'));

  const recomputed = (seq: number) => `update app.audit_event e set hash = ${canonicalEvent('e')} where partnership_id = '${here}' and seq = ${seq}`;
  const at = (seq: number) => `where partnership_id = '${here}' and seq = ${seq}`;

  it('finds nothing wrong with one that nobody touched', async () => {
    const { events, heads, broken } = await verifyTrail(api.administrator);
    expect(broken).toEqual([]);
    expect(events).toBeGreaterThan(10);
    expect(heads.map(({ partnershipId }) => partnershipId).sort()).toEqual([here, there].sort());
  });

  const last = "(select max(seq) from public.sound where partnership_id = app.audit_event.partnership_id)";
  it.each<[string, (here: string) => string, number | 'last' | 'behind', RegExp]>([
    ['another outcome', () => `update app.audit_event set outcome = 'rewritten' ${at(6)}`, 6, /altered/],
    ['another detail', () => `update app.audit_event set detail = '{"round": "another"}' ${at(6)}`, 6, /altered/],
    ['another name', () => `update app.audit_event set actor_label = 'Priya Shah' ${at(6)}`, 6, /altered/],
    ['another person', () => `update app.audit_event set person_id = gen_random_uuid() ${at(6)}`, 6, /altered/],
    ['another time', () => `update app.audit_event set at = at - interval '1 microsecond' ${at(6)}`, 6, /altered/],
    ['no organisation', () => `update app.audit_event set organisation_id = gen_random_uuid() ${at(6)}`, 6, /altered/],
    ['a name put where one was erased', () => `update app.audit_event set actor_digest = sha256(actor_salt || convert_to(actor_label, 'UTF8')), actor_salt = null, actor_label = 'Somebody else' ${at(6)}`, 6, /altered/],
    ['the first one altered', () => `update app.audit_event set action = 'nothing' ${at(1)}`, 1, /altered/],
    ['one altered with its hash worked out anew', () => `update app.audit_event set outcome = 'rewritten' ${at(6)}; ${recomputed(6)}`, 7, /does not follow the event before it/],
    ['the last one altered with its hash worked out anew', () => `update app.audit_event set outcome = 'rewritten' where partnership_id = '${here}' and seq = ${last}; update app.audit_event e set hash = ${canonicalEvent('e')} where seq = (select max(seq) from public.sound where partnership_id = '${here}') and partnership_id = '${here}'`, 'last', /the last event is not the one/],
    ['one deleted in the middle', () => `delete from app.audit_event ${at(6)}`, 7, /missing: event 6$/],
    ['three deleted in the middle', () => `delete from app.audit_event where partnership_id = '${here}' and seq between 5 and 7`, 8, /missing: events 5 to 7/],
    ['the first one deleted', () => `delete from app.audit_event ${at(1)}`, 2, /events before it are missing/],
    ['the tail deleted', () => `delete from app.audit_event where partnership_id = '${here}' and seq > 6`, 7, /cut off before its end/],
    ['all of it deleted', () => `delete from app.audit_event where partnership_id = '${here}'`, 1, /cut off before its end/],
    ['two swapped', () => `update app.audit_event set seq = -1 ${at(5)}; update app.audit_event set seq = 5 ${at(6)}; update app.audit_event set seq = 6 ${at(-1)}`, 5, /moved or put there/],
    ['one put in between', () => `update app.audit_event set seq = -seq - 1 where partnership_id = '${here}' and seq > 5; update app.audit_event set seq = -seq where seq < 0; insert into app.audit_event select partnership_id, 6, at, person_id, actor_label, actor_salt, actor_digest, session_id, action, route, thing_kind, thing_id, organisation_id, outcome, detail, hash, hash from app.audit_event ${at(5)}; ${recomputed(6)}`, 7, /moved or put there/],
    ['one added behind the end', () => `insert into app.audit_event select partnership_id, seq + 1, at, person_id, actor_label, actor_salt, actor_digest, session_id, action, route, thing_kind, thing_id, organisation_id, outcome, detail, hash, hash from app.audit_event where partnership_id = '${here}' order by seq desc limit 1; update app.audit_event e set hash = ${canonicalEvent('e')} where partnership_id = '${here}' and seq > (select seq from app.audit_head where partnership_id = '${here}')`, 'behind', /added behind the end/],
    ['one taken from another partnership', () => `update app.audit_event set partnership_id = '${here}', seq = (select max(seq) + 1 from app.audit_event where partnership_id = '${here}') where partnership_id = '${there}' and seq = 1`, 'behind', /moved or put there/],
    ['the head gone', () => `delete from app.audit_head where partnership_id = '${here}'`, 'behind', /nothing says any more/],
    ['another head', () => `update app.audit_head set hash = sha256('x') where partnership_id = '${here}'`, 'last', /the last event is not the one/],
  ])('finds %s', async (_, plant, where, wrong) => {
    const { rows: [{ seq }] } = await api.administrator.query('select max(seq)::int as seq from public.sound where partnership_id = $1', [here]);
    await past(plant(here));
    const { broken } = await verifyTrail(api.administrator);
    expect(broken.find(({ partnershipId }) => partnershipId === here)).toEqual({ partnershipId: here, seq: where === 'last' ? seq : where === 'behind' ? seq + 1 : where, wrong: expect.stringMatching(wrong) });
  });

  it('finds one written anew from beginning to end, by what was kept elsewhere', async () => {
    const kept: readonly Head[] = (await verifyTrail(api.administrator)).heads;
    await past(`update app.audit_event set outcome = 'rewritten' where outcome <> 'done'`);
    await past(`do $$ declare e app.audit_event; before bytea := decode(repeat('00', 32), 'hex'); begin
      for e in select * from app.audit_event where partnership_id = '${here}' order by seq loop
        e.previous_hash := before; e.hash := ${canonicalEvent('e')}; before := e.hash;
        update app.audit_event set previous_hash = e.previous_hash, hash = e.hash where partnership_id = e.partnership_id and seq = e.seq;
      end loop;
      update app.audit_head set hash = before where partnership_id = '${here}'; end $$`);
    expect((await verifyTrail(api.administrator)).broken).toEqual([]);
    expect((await verifyTrail(api.administrator, kept)).broken).toEqual([{ partnershipId: here, seq: kept.find(({ partnershipId }) => partnershipId === here)!.seq, wrong: expect.stringContaining('written anew') }]);
  });

  it('still holds when the law has a name forgotten, and the name is gone', async () => {
    const { rows: [{ id }] } = await api.administrator.query("select id from app.person where name = 'Ola Nowak'");
    await api.administrator.query('set role attest_scope');
    const { rows: [{ erased }] } = await api.administrator.query('select app.erase_from_trail($1)::int as erased', [id]);
    await api.administrator.query('reset role');
    expect(erased).toBeGreaterThan(8);
    const { rows } = await api.administrator.query("select distinct actor_label from app.audit_event where person_id = $1", [id]);
    expect(rows).toEqual([{ actor_label: 'Name erased' }]);
    expect((await verifyTrail(api.administrator)).broken).toEqual([]);
  });
});
