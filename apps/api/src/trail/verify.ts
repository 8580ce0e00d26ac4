import { canonicalEvent } from './canonical-event';

/** Whatever can ask PostgreSQL something. */
export interface Asked {
  query(sql: string, parameters?: unknown[]): Promise<{ rows: unknown[] }>;
}

/** The end of a chain, as it stands now. Kept somewhere else, it shows later that nothing before it was written anew. */
export interface Head {
  readonly partnershipId: string;
  readonly seq: number;
  readonly hash: string;
}

export interface BrokenLink {
  readonly partnershipId: string;
  readonly seq: number;
  readonly wrong: string;
}

export interface Verification {
  readonly events: number;
  readonly heads: readonly Head[];
  /** The first of each chain that does not hold. */
  readonly broken: readonly BrokenLink[];
}

/**
 * Walks every chain: what an event says gives its hash, each follows the one before, and each chain ends where its head says.
 * Believes nothing that stands in the database beyond the rows: the hash is worked out here, not by the function that wrote it.
 */
export async function verifyTrail(database: Asked, kept: readonly Head[] = []): Promise<Verification> {
  await database.query('begin isolation level repeatable read read only; set local role attest_scope');
  try {
    const ask = async <Row>(sql: string, parameters?: unknown[]) => (await database.query(sql, parameters)).rows as Row[];
    const [counted] = await ask<{ events: number }>('select count(*)::int as events from app.audit_event');
    const heads = await ask<Head>(`select partnership_id as "partnershipId", seq::float8 as seq, encode(hash, 'hex') as hash from app.audit_head order by partnership_id`);
    const found: BrokenLink[] = [];
    for (const sql of [ALTERED, OUT_OF_ORDER, CUT_OFF]) found.push(...(await ask<BrokenLink>(sql)));
    found.push(...(await ask<BrokenLink>(NOT_AS_KEPT, [JSON.stringify(kept)])));
    return { events: counted!.events, heads, broken: firstOfEach(found) };
  } finally {
    await database.query('rollback');
  }
}

const MOVED = 'moved or put there: neither what it says nor what it follows fits';

/** An event that is wrong both ways is not where it was written. Otherwise the first question asked says it best. */
function firstOfEach(found: readonly BrokenLink[]): BrokenLink[] {
  const first = new Map<string, BrokenLink>();
  for (const link of found) {
    const before = first.get(link.partnershipId);
    if (!before || link.seq < before.seq) first.set(link.partnershipId, link);
    else if (link.seq === before.seq && before.wrong.startsWith('altered') && link.wrong.startsWith('does not follow')) first.set(link.partnershipId, { ...link, wrong: MOVED });
  }
  return [...first.values()].sort((one, other) => (one.partnershipId < other.partnershipId ? -1 : 1));
}

/** A name that was erased leaves its digest, and these two words: other words in its place are somebody's. */
const ALTERED = `
  select e.partnership_id as "partnershipId", min(e.seq)::float8 as seq, 'altered: what it says does not give its hash' as wrong
  from app.audit_event e
  where e.hash is distinct from ${canonicalEvent('e')} or (e.actor_salt is null and e.actor_label <> 'Name erased')
  group by 1`;

const OUT_OF_ORDER = `
  select distinct on (partnership_id) partnership_id as "partnershipId", seq::float8 as seq, case
      when before is null and seq <> 1 then 'the events before it are missing'
      when before is not null and seq <> before + 1 then 'missing: ' || case when seq = before + 2 then 'event ' || seq - 1 else 'events ' || before + 1 || ' to ' || seq - 1 end
      else 'does not follow the event before it, which was altered, replaced or moved' end as wrong
  from (
    select partnership_id, seq, previous_hash, lag(seq) over chain as before, lag(hash) over chain as hash_before
    from app.audit_event window chain as (partition by partnership_id order by seq)) e
  where seq <> coalesce(before, 0) + 1 or previous_hash <> coalesce(hash_before, decode(repeat('00', 32), 'hex'))
  order by partnership_id, seq`;

const CUT_OFF = `
  select coalesce(h.partnership_id, l.partnership_id) as "partnershipId", (case
      when h.seq = l.seq then h.seq
      when h.seq is null then l.seq + 1
      else least(h.seq, coalesce(l.seq, 0)) + 1 end)::float8 as seq, case
      when h.seq is null then 'nothing says any more where this trail ends'
      when l.seq is null or l.seq < h.seq then 'missing: it was cut off before its end, which is event ' || h.seq
      when l.seq > h.seq then 'added behind the end, which is event ' || h.seq
      else 'does not follow: the last event is not the one this trail ended with' end as wrong
  from app.audit_head h
  full join (
    select k.partnership_id, k.seq, e.hash from (select partnership_id, max(seq) as seq from app.audit_event group by 1) k
    join app.audit_event e using (partnership_id, seq)) l using (partnership_id)
  where h.seq is distinct from l.seq or h.hash is distinct from l.hash`;

/** $1: ends written down earlier. */
const NOT_AS_KEPT = `
  select k."partnershipId", k.seq::float8 as seq, 'not the event that was kept elsewhere: the trail was written anew' as wrong
  from jsonb_to_recordset($1::jsonb) as k ("partnershipId" uuid, seq bigint, hash text)
  where k.seq > 0 and not exists (select from app.audit_event e where e.partnership_id = k."partnershipId" and e.seq = k.seq and encode(e.hash, 'hex') = k.hash)`;
