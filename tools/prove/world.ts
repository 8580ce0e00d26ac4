import type { Role } from '@attest/domain/access';
import { filesOf } from '../../apps/api/test/export-rows';
import { aPartnership, anotherPartnership } from '../../apps/api/test/scenes';
import { aSide, type Side } from '../../apps/api/test/sides';
import type { RunningApi } from '../../apps/api/test/start-api';
import { addresses, narrower, properties, type Source, type WordSource } from './sources';

/** Something that can stand in a request: whose it is, and whether it is there at all. */
export interface Thing {
  readonly value: string;
  /** Null for what is everybody's. */
  readonly partnershipIds: readonly string[] | null;
  readonly organisationId: string | null;
  readonly personId: string | null;
  /** A role whose people reach it beside that person. */
  readonly beside?: Role;
  /** What it belongs to: it is found behind that alone. */
  readonly within?: string | null;
  /** For the people of its organisation alone. */
  readonly private: boolean;
  /** Not there for anybody: invented, malformed, or not of this address. */
  readonly absent: boolean;
}

export interface World {
  readonly api: RunningApi;
  readonly sides: readonly [Side, Side];
  /** Whose every identifier of the database is. */
  readonly owners: ReadonlyMap<string, Owner>;
  things(source: Source | WordSource): Promise<readonly Thing[]>;
}
export interface Owner { readonly partnershipIds: readonly string[]; readonly organisationId: string | null; readonly personId?: string | null }

/** Two partnerships in which every role is held, schools have answered and handed in, and every word says whose it is. */
export async function aWorld(api: RunningApi): Promise<World> {
  api.today('2026-11-22');
  // every refusal is worth a warning, and here are tens of thousands of them
  api.app.useLogger(['error']);
  const sides = [await aSide(api, await aPartnership(api)), await aSide(api, await anotherPartnership(api))] as const;
  await sign(api);
  // an erasure has just destroyed every file there was
  for (const { partnershipId, ids, person } of sides) await filesOf(api, partnershipId, ids.round, [person['business-unit'], person['qp-member']]);
  const known = new Map<Source | WordSource, Promise<readonly Thing[]>>();
  return {
    api, sides: [...sides],
    owners: await ownersIn(api),
    things: (source) => {
      if (!known.has(source)) known.set(source, thingsOf(api, source));
      return known.get(source)!;
    },
  };
}

/** Writes into every text that people wrote whose it is, so that one word of it in the wrong answer is found. */
function sign({ administrator }: RunningApi): Promise<unknown> {
  return administrator.query(`
    update app.organisation set name = name || ' ' || id, head = 'Head of ' || id;
    update app.round_member set organisation_name = organisation_name || ' ' || organisation_id;
    update app.answer set note = 'Said by ' || organisation_id;
    update app.answer_event set note = 'Said by ' || organisation_id;
    update app.area set name = name || ' ' || id;
    -- what a panel found beside what the organisation says of itself
    insert into app.rating (partnership_id, submission_id, section_key, layer, round_id, organisation_id, level, won, available, rule)
      select partnership_id, submission_id, section_key, 'moderated', round_id, organisation_id, level, won, available, rule from app.rating where layer = 'self' and section_key <> '';
    -- what has been decided, lifted and is over, beside what has not
    insert into app.erasure (partnership_id, id, person_id, state, label, decided_at) select partnership_id, gen_random_uuid(), person_id, 'done', 'Erased', now() from app.erasure;
    insert into app.legal_hold (partnership_id, id, on_organisation_id, on_round_id, reason, placed_by, placed_by_name, lifted_at)
      select partnership_id, gen_random_uuid(), on_organisation_id, on_round_id, reason, placed_by, placed_by_name, now() from app.legal_hold;
    update app.round set name = name || ' ' || id;
  `);
}

async function thingsOf({ administrator }: RunningApi, source: Source | WordSource): Promise<Thing[]> {
  if ('words' in source) {
    const word = { partnershipIds: null, organisationId: null, personId: null, private: false };
    return [...source.words.map((value) => ({ ...word, value, absent: source.nobodys ?? false })), { ...word, value: 'no-such', absent: true }];
  }
  const { table, among = 'true', where = 'true', private: kept = 'false' } = source;
  const columns = await columnsOf(administrator, table);
  if (columns.length === 0) throw new Error(`tools/prove/sources.ts names a table "${table}" that there is not.`);
  const organisation = source.organisation ?? (table === 'organisation' ? 't.id' : columns.includes('organisation_id') ? 't.organisation_id' : 'null::uuid');
  const partnerships = source.partnerships ?? (columns.includes('partnership_id') ? 'array[t.partnership_id]' : table === 'partnership' ? 'array[t.id]' : '(select array_agg(distinct p.partnership_id) from app.participation p where p.organisation_id = t.id)');
  const { rows } = await administrator.query<Thing>(
    `select t.id::text as value, coalesce(${partnerships}::text[], '{}') as "partnershipIds", ${organisation} as "organisationId", ${source.person ?? 'null::uuid'} as "personId", ${source.within ?? 'null::uuid'}::text as within,
       coalesce(${kept}, false) as private, not coalesce(${where}, false) as absent from app.${table} t where ${among} order by t.id`);
  const known = new Set(rows.flatMap(({ partnershipIds }) => partnershipIds));
  if (known.size < 2) throw new Error(`The scene has "${table}" in ${known.size} of 2 partnerships: add one to apps/api/test/sides.ts, or what is another's cannot be asked for.`);
  return source.beside ? rows.map((row) => ({ ...row, beside: source.beside! })) : rows;
}

/** From every table that knows partnerships, and from organisations and people by where they take part and belong. */
async function ownersIn({ administrator }: RunningApi): Promise<Map<string, Owner>> {
  const { rows: tables } = await administrator.query<{ table: string }>(
    `select c.relname as table from pg_class c where c.relnamespace = 'app'::regnamespace and c.relkind = 'r'
       and (select count(*) from pg_attribute a where a.attrelid = c.oid and a.attname in ('id', 'partnership_id')) = 2 order by 1`);
  const queries = await Promise.all(tables.map(async ({ table }) => {
    const organisation = (await columnsOf(administrator, table)).includes('organisation_id') ? 'organisation_id' : 'null::uuid';
    const person = table === 'membership' ? 'person_id' : 'null::uuid';
    return `select id, partnership_id, ${organisation} as organisation_id, ${person} as person_id from app.${table}`;
  }));
  const { rows } = await administrator.query<{ id: string } & Owner>(
    `select id::text, array_agg(distinct partnership_id::text) as "partnershipIds", min(organisation_id::text) as "organisationId", min(person_id::text) as "personId" from (
       ${queries.join(' union all ')}
       union all select id, id, null, null from app.partnership
       union all select organisation_id, partnership_id, organisation_id, null from app.participation
       union all select person_id, partnership_id, null, null from app.membership) t group by id`);
  return new Map(rows.map(({ id, ...owner }) => [id, owner]));
}

async function columnsOf(administrator: RunningApi['administrator'], table: string): Promise<string[]> {
  const { rows } = await administrator.query<{ name: string }>(
    "select attname as name from pg_attribute where attrelid = to_regclass('app.' || quote_ident($1)) and attnum > 0 and not attisdropped", [table]);
  return rows.map(({ name }) => name);
}

/** Where the identifier called so comes from at this place of this address. */
export function sourceOf(operation: string, parameter: string): Source | WordSource {
  const [verb, address] = operation.split(' ') as [string, string];
  const end = address.indexOf(`:${parameter}`) + parameter.length + 1;
  const start = address.slice(0, end);
  const whole = start.indexOf(':') === start.lastIndexOf(':') ? narrower[operation] : undefined;
  const found = whole ?? addresses[`${verb} ${start}`] ?? addresses[start];
  if (!found) throw new Error(`${operation}: nobody has said where ":${parameter}" comes from. Add a row '${start}' to \`addresses\` in tools/prove/sources.ts.`);
  return found;
}

export function propertySource(operation: string, name: string): Source | 'fresh' {
  const found = properties[name];
  if (!found) throw new Error(`${operation}: nobody has said what "${name}" identifies. Add a row '${name}' to \`properties\` in tools/prove/sources.ts.`);
  return found;
}
