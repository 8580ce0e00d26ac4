import { ContextSigner, type SignedInCaller } from '@attest/shared/api';
import type { Caller } from '@attest/domain/access';
import { DataSource } from 'typeorm';
import type { RunningApi } from '../../apps/api/test/start-api';
import type { Finding } from './routes';
import type { Principal } from './principals';
import { statementsOf, type Command, type Table, type TriedRow } from './statements';
import { tables, usual, type Rule, type Who } from './tables';

export interface RowsProof { readonly probes: number; readonly denied: number; readonly allowed: number; readonly tables: number; readonly identities: number; readonly findings: readonly Finding[] }

/** Somebody at the door of the database: a signed context, or none. */
export interface Identity { readonly name: string; readonly caller: Caller | null }

/** Every table × command × identity × kind of row, asked of PostgreSQL as the application asks it. */
export class Rows {
  private constructor(private readonly api: RunningApi, private readonly tables: readonly (Table & { readonly rows: readonly TriedRow[] })[], private readonly identities: readonly Identity[]) {}

  /** The tables and rows there are. Throws where a table has no row of another partnership, since what is not there cannot leak. */
  static async of(api: RunningApi, principals: readonly Principal[]): Promise<Rows> {
    await api.administrator.query(TRIED);
    const all = [];
    for (const table of await tablesOf(api)) all.push({ ...table, rows: await rowsOf(api, table) });
    const signedIn = principals.filter(({ caller, stage, withoutToken, byToken }) => caller && !stage && !withoutToken && !byToken).map(({ name, caller }) => ({ name, caller }));
    return new Rows(api, all, [{ name: 'nobody', caller: null }, ...signedIn]);
  }

  /** Of these tables, or of all. */
  async prove(only?: readonly string[]): Promise<RowsProof> {
    const findings: Finding[] = [];
    const counts = { denied: 0, allowed: 0 };
    const asked = this.tables.filter(({ name }) => !only || only.includes(name));
    for (const identity of this.identities) {
      const tries = asked.flatMap((table) => table.rows.flatMap((row) => statementsOf(table, row).map((one) => ({ ...one, table, row, allowed: isAllowed(identity, table, row, one.command) }))));
      const outcomes = await this.try(identity, tries.map(({ sql }) => sql));
      for (const [index, { table, command, row, allowed }] of tries.entries()) {
        counts[allowed ? 'allowed' : 'denied']++;
        const outcome = outcomes[index]!;
        const through = /^([1-9]\d* rows|23...)$/.test(outcome);
        if (through !== allowed) findings.push({ kind: allowed ? 'fault' : 'leak', what: `${identity.name}: ${command} of ${table.name} ${row.shown} came to ${outcome}, and must be ${allowed ? 'let through' : 'refused'}.` });
        else if (!granted(table, command) && outcome !== '42501') findings.push({ kind: 'leak', what: `${command} of ${table.name} is granted now, and was not when this began: it came to ${outcome}.` });
        else if (!through && !/^(0 rows|42501|AT...)$/.test(outcome)) findings.push({ kind: 'fault', what: `${identity.name}: ${command} of ${table.name} was not refused but broken: ${outcome}.` });
      }
    }
    return { probes: counts.denied + counts.allowed, ...counts, tables: asked.length, identities: this.identities.length, findings };
  }

  /** All in one transaction that is never committed, each undone behind itself. */
  private async try({ caller }: Identity, statements: readonly string[]): Promise<string[]> {
    const runner = this.api.app.get(DataSource).createQueryRunner();
    try {
      await runner.startTransaction();
      if (caller) await runner.query("select set_config('app.context', $1, true)", [contextOf(this.api, caller)]);
      const rows: { outcome: string }[] = await runner.query('select public.tried(sql) as outcome from unnest($1::text[]) with ordinality as one (sql, at) order by at', [statements]);
      return rows.map(({ outcome }) => outcome);
    } finally {
      await runner.rollbackTransaction().catch(() => {});
      await runner.release();
    }
  }
}

export function contextOf(api: RunningApi, caller: Caller): string {
  const { personId, partnershipId, memberships } = caller;
  const signed: SignedInCaller = { personId, partnershipId, memberships, sessionId: '00000000-0000-4000-8000-000000000000', name: '', email: '' };
  return api.app.get(ContextSigner).sign(signed);
}

/** Does it, answers how many rows it touched or why it could not, and undoes it. */
const TRIED = `
  create or replace function public.tried(statement text) returns text language plpgsql as $$
  declare touched int;
  begin
    execute statement;
    get diagnostics touched = row_count;
    raise exception using errcode = 'PT000', message = touched || ' rows';
  exception when others then
    return case sqlstate when 'PT000' then sqlerrm else sqlstate end;
  end $$`;

/** Whether the command may be tried at all; what is moved is updated. */
function granted({ granted: { select, insert, update, delete: remove } }: Table, command: Command): boolean {
  if (command === 'select') return select;
  if (command === 'delete') return remove;
  return command.startsWith('insert') ? insert : command === 'upsert' ? insert && update : update;
}

function isAllowed({ caller }: Identity, table: Table, { partnershipIds, json }: TriedRow, command: Command): boolean {
  if (!caller) return false;
  const rule: Rule & ReturnType<typeof usual> = { ...usual(table.ofOrganisation), ...tables[table.name] };
  const who = whoIs(caller);
  if (command === 'insert' && rule.national) return table.granted.insert && rule.adds(who, json);
  if (!partnershipIds.includes(caller.partnershipId)) return false;
  const [granted, reads, adds, changes] = [table.granted, rule.reads(who, json), rule.adds(who, json), rule.changes(who, json)];
  if (caller.memberships.length === 0 && table.ofOrganisation) return false;
  if (command === 'select') return granted.select && reads;
  if (command === 'insert') return granted.insert && adds;
  // what is new is not yet of the partnership: nothing says so but the row beside it
  if (command === 'insert returning') return granted.insert && adds && reads && table.name !== 'organisation';
  if (command === 'update') return granted.update && reads && changes;
  if (command === 'delete') return granted.delete && reads && rule.removes(who, json);
  if (command === 'upsert') return granted.insert && granted.update && adds && reads && changes;
  return false;
}

function whoIs({ personId, memberships }: Caller): Who {
  const all = memberships.some(({ organisationId }) => organisationId === null);
  return {
    all,
    is: (person) => person === personId,
    holds: (...roles) => memberships.some(({ role, organisationId }) => organisationId === null && roles.includes(role)),
    holdsIn: (organisation, ...roles) => memberships.some(({ role, organisationId }) => organisationId !== null && organisationId === organisation && roles.includes(role)),
    acts: (organisation) => all || memberships.some(({ organisationId }) => organisationId === organisation),
  };
}

async function tablesOf({ administrator }: RunningApi): Promise<Table[]> {
  const { rows } = await administrator.query<Table>(`
    select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns,
      bool_or(a.attname = 'organisation_id') and c.relname <> 'participation' as "ofOrganisation",
      coalesce((select array_agg(k.attname::text) from pg_index i join pg_attribute k on k.attrelid = c.oid and k.attnum = any(i.indkey) where i.indrelid = c.oid and i.indisprimary), array_agg(a.attname::text) filter (where a.attnotnull), '{}') as key,
      exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary) as keyed,
      json_build_object('select', has_table_privilege('attest_app', c.oid, 'select'), 'insert', has_table_privilege('attest_app', c.oid, 'insert'),
        'update', has_any_column_privilege('attest_app', c.oid, 'update'), 'delete', has_table_privilege('attest_app', c.oid, 'delete')) as granted,
      coalesce(array_agg(a.attname::text) filter (where has_column_privilege('attest_app', c.oid, a.attnum, 'update') and a.attname !~ '(^id|_id|state)$'), '{}') as changeable
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relnamespace = 'app'::regnamespace and c.relkind = 'r' group by c.oid, c.relname order by 1`);
  return rows;
}

/** Up to two rows of every organisation and every kind, of each partnership. */
async function rowsOf({ administrator }: RunningApi, { name, columns, key, granted }: Table): Promise<TriedRow[]> {
  const { state, among = 'true' } = tables[name] ?? {};
  const partnerships = columns.includes('partnership_id') ? 'array[t.partnership_id]' : PARTNERSHIPS[name] ?? "'{}'::uuid[]";
  const kinds = ['organisation_id', 'state', 'layer', 'kind', 'role'].filter((column) => columns.includes(column)).map((column) => `t.${column}`);
  const alike = [partnerships, ...kinds, ...(state ? [state] : [])].join(', ');
  const { rows } = await administrator.query<TriedRow>(`
    select to_jsonb(x) - 'partnershipIds' - 'nth' as json, "partnershipIds", '(' || concat_ws(', ', ${[...kinds, ...(state ? ['t.state'] : []), "''"].map((kind) => kind.replace('t.', 'x.')).join(', ')}) || ')' as shown from (
      select t.*${state ? `, ${state} as state` : ''}, coalesce(${partnerships}::text[], '{}') as "partnershipIds", row_number() over (partition by ${alike} order by ${key.map((column) => `t.${column}`).join(', ')}) as nth
      from app.${name} t where ${among}) x where nth <= 2`);
  const known = new Set(rows.flatMap(({ partnershipIds }) => partnershipIds));
  if ((granted.select || granted.insert) && known.size < 2) throw new Error(`app.${name} has rows of ${known.size} of 2 partnerships: add one to apps/api/test/sides.ts, or nothing proves that the other's cannot be reached.`);
  return rows;
}

const PARTNERSHIPS: Readonly<Record<string, string>> = {
  partnership: 'array[t.id]',
  organisation: '(select array_agg(distinct p.partnership_id) from app.participation p where p.organisation_id = t.id)',
};
