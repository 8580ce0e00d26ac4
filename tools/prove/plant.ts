import type { RunningApi } from '../../apps/api/test/start-api';

/** Something that goes wrong in a database one day, and how it is put right again. */
export interface Planted {
  readonly name: string;
  /** The tables that are asked whether they notice. */
  readonly tables: readonly string[];
  readonly plant: string;
  readonly undo: string;
}

interface Policy { readonly table: string; readonly name: string; readonly permissive: boolean; readonly command: string; readonly roles: string; readonly reads: string | null; readonly writes: string | null; readonly granted: boolean }

/** Every policy dropped and every policy widened, every table without its guard, every scope function believing too much. */
export async function faultsOf(api: RunningApi): Promise<{ readonly faults: readonly Planted[]; readonly idle: readonly string[] }> {
  const policies = await policiesOf(api);
  const tables = [...new Set(policies.map(({ table }) => table))];
  return {
    faults: [
      ...policies.filter(({ granted }) => granted).flatMap((policy) => [dropped(policy), ...(widened(policy) ?? [])]),
      ...tables.flatMap((table) => [
        { name: `row-level security off on ${table}`, tables: [table], plant: `alter table app.${table} disable row level security`, undo: `alter table app.${table} enable row level security` },
        { name: `not forced on ${table}`, tables: [table], plant: `alter table app.${table} no force row level security`, undo: `alter table app.${table} force row level security` },
      ]),
      ...(await functionFaults(api)),
      ...opened.map(([name, table, privilege]) => ({ name, tables: [table], plant: `grant ${privilege} on app.${table} to attest_app`, undo: `revoke ${privilege} on app.${table} from attest_app` })),
    ],
    // a policy for what nobody is granted cannot be missed: it stands there for the day it is
    idle: policies.filter(({ granted }) => !granted).map(({ table, name }) => `${table}.${name}`),
  };
}

const opened = [
  ['people listed', 'person', 'select'], ['memberships listed', 'membership', 'select'], ['sessions listed', 'session', 'select'], ['the signing key read', 'signing_key', 'select'],
  ['answers deleted', 'answer', 'delete'], ['history rewritten', 'answer_event', 'update'], ['what was signed rewritten', 'submission_snapshot', 'update'],
  ['the trail rewritten', 'audit_event', 'update'], ['a table emptied', 'answer', 'truncate'],
] as const;

const create = ({ table, name, permissive, command, roles, reads, writes }: Policy) =>
  `create policy ${name} on app.${table} as ${permissive ? 'permissive' : 'restrictive'} for ${command} to ${roles}${reads ? ` using (${reads})` : ''}${writes ? ` with check (${writes})` : ''}`;

function dropped(policy: Policy): Planted {
  return { name: `${policy.table}: policy ${policy.name} dropped`, tables: [policy.table], plant: `drop policy ${policy.name} on app.${policy.table}`, undo: create(policy) };
}

function widened(policy: Policy): Planted[] | null {
  const { table, name, reads, writes } = policy;
  const wide = create({ ...policy, reads: reads && 'true', writes: writes && 'true' });
  return [{ name: `${table}: policy ${name} lets everything through`, tables: [table], plant: `drop policy ${name} on app.${table}; ${wide}`, undo: `drop policy ${name} on app.${table}; ${create(policy)}` }];
}

async function policiesOf({ administrator }: RunningApi): Promise<Policy[]> {
  const { rows } = await administrator.query<Policy>(`
    select p.tablename as table, p.policyname as name, p.permissive = 'PERMISSIVE' as permissive, p.cmd as command, array_to_string(p.roles, ', ') as roles, p.qual as reads, p.with_check as writes,
      exists (select from unnest(case when p.cmd = 'ALL' then array['select', 'insert', 'update'] else array[lower(p.cmd)] end) one where
        case one when 'delete' then has_table_privilege('attest_app', c.oid, 'delete') else has_any_column_privilege('attest_app', c.oid, one) end) as granted
    from pg_policies p join pg_class c on c.relname = p.tablename and c.relnamespace = 'app'::regnamespace
    where p.schemaname = 'app' and 'attest_app' = any(p.roles) order by 1, 2`);
  return rows;
}

/** What a scope function says, and what it says when somebody gets it wrong. */
const mistaken: readonly (readonly [name: string, fn: string, right: string, wrong: string])[] = [
  ['an unsigned context believed', 'context', "'hex') <> parts[5]", "'hex') is null"],
  ['a context believed for ever', 'context', 'parts[4]::bigint < ', 'parts[4]::bigint < -1 * '],
  ['the end of a membership overlooked in what is one’s own', 'own_organisations', ' and m.ended_at is null', ''],
  ['the end of a membership overlooked in what is listed', 'listed_organisations', ' and m.ended_at is null', ''],
  ['the end of a membership overlooked in what is seen', 'sees_whole_partnership', ' and m.ended_at is null', ''],
  ['the end of a membership overlooked in roles', 'holds_role', ' and m.ended_at is null', ''],
  ['the person overlooked in what is one’s own', 'own_organisations', ' and m.person_id = ctx[2]::uuid', ''],
  ['the person overlooked in what is listed', 'listed_organisations', ' and m.person_id = ctx[2]::uuid', ''],
  ['the person overlooked in what is seen', 'sees_whole_partnership', ' and m.person_id = ctx[2]::uuid', ''],
  ['the person overlooked in roles', 'holds_role', ' and m.person_id = ctx[2]::uuid', ''],
  ['the partnership overlooked in roles', 'holds_role', 'm.partnership_id = ctx[1]::uuid and ', ''],
  ['the partnership overlooked in what is seen', 'sees_whole_partnership', 'm.partnership_id = ctx[1]::uuid and ', ''],
  ['the organisation overlooked in what is seen', 'sees_whole_partnership', ' and m.organisation_id is null', ''],
  ['every role taken for the one asked for', 'holds_role', ' and m.role = wanted', ''],
];

async function functionFaults({ administrator }: RunningApi): Promise<Planted[]> {
  const { rows } = await administrator.query<{ name: string; source: string }>("select proname as name, pg_get_functiondef(oid) as source from pg_proc where pronamespace = 'app'::regnamespace and proname = any($1)", [mistaken.map(([, fn]) => fn)]);
  return mistaken.map(([name, fn, right, wrong]) => {
    const { source } = rows.find((row) => row.name === fn)!;
    if (!source.includes(right)) throw new Error(`app.${fn} no longer says "${right}": say in tools/prove/plant.ts how it can be got wrong.`);
    return { name, tables: ['area', 'organisation', 'round', 'submission', 'rating', 'audit_event', 'access_review'], plant: source.replaceAll(right, wrong), undo: source };
  });
}
