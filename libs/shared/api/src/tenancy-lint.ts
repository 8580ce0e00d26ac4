import type { DataSource } from 'typeorm';

/** Tables without a tenant column, each with the reason it may be so. */
const withoutTenant = {
  partnership: 'the tenant itself',
  organisation: 'national: seen through participation',
  person: 'global: reached only through scope functions',
  authenticator: 'a person\'s own: reached only through scope functions',
  recovery_code: 'a person\'s own: reached only through scope functions',
  password_reset: 'a person\'s own: reached only through scope functions',
  mail: 'some is sent for nobody, such as a password reset: reached only through scope functions',
  passkey: 'a person\'s own: reached only through scope functions',
  passkey_challenge: 'of a session, or of nobody yet: reached only through scope functions',
  identity: 'a person\'s own: reached only through scope functions',
  device_key: 'a person\'s own: reached only through scope functions',
  signing_key: 'read only by the function that checks signatures',
  attempt: 'counts before anybody is signed in, under keyed hashes: reached only through scope functions',
} as const;


/** Tables whose rows are about an organisation, and yet not that organisation's alone, each with the reason. */
const notByOrganisation = {
  participation: 'who takes part, by identifier: whoever may not see the organisation learns nothing of it',
  membership: 'reached only through scope functions',
  kept_draft: 'its author\'s alone: reached only through scope functions',
  carried_thing: 'what an undoing needs, by identifiers: reached only through scope functions',
} as const;

/**
 * What would let a row escape its tenant, asked of the database's own catalogue; an empty list is a pass.
 * Run at every start, over every migrated test database, and by the isolation proof.
 */
export async function tenancyFaults(source: Pick<DataSource, 'query'>): Promise<string[]> {
  const rows: { fault: string }[] = await source.query(LINT, [Object.keys(withoutTenant), Object.keys(notByOrganisation), TIED_TO_TENANT]);
  return rows.map((row) => row.fault);
}

/** The comparison, alone or with more that must hold too. Where the whole is an "or", PostgreSQL writes OR or one bracket more instead. */
const TIED_TO_TENANT = String.raw`^\(?\(partnership_id = \( SELECT app\.partnership\(\) AS partnership\)\)( AND |$)`;

const LINT = `
  with tables as (
    select c.oid, c.relname, c.relrowsecurity, c.relforcerowsecurity, pg_get_userbyid(c.relowner) as owner,
      exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'partnership_id' and a.attnotnull) as has_tenant,
      exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'organisation_id') as has_organisation
    from pg_class c where c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'p'))
  , policies as (
    select p.*, coalesce(pg_get_expr(p.polqual, p.polrelid), '') as reads,
      coalesce(pg_get_expr(p.polwithcheck, p.polrelid), pg_get_expr(p.polqual, p.polrelid), '') as writes
    from pg_policy p)
  , functions as (
    select p.oid::regprocedure::text as name, pg_get_userbyid(p.proowner) as owner, p.proconfig
    from pg_proc p where p.pronamespace = 'app'::regnamespace and p.prosecdef)
  select relname || ': row-level security is not enabled and forced' as fault from tables where not (relrowsecurity and relforcerowsecurity)
  union all
  select relname || ': no tenant column and not on the list of tables that may do without' from tables
    where not has_tenant and relname <> all($1::text[])
  union all
  select relname || ': row-level security without a policy' from tables t
    where not exists (select from pg_policy p where p.polrelid = t.oid and p.polpermissive)
  union all
  select t.relname || ': policy ' || p.polname || ' lets rows of other partnerships through' from tables t join policies p on p.polrelid = t.oid
    where t.has_tenant and p.polpermissive and p.polroles && array[0, 'attest_app'::regrole]::oid[]
      and not ((p.reads ~ $3 or p.polcmd = 'a') and (p.writes ~ $3 or p.polcmd in ('r', 'd')))
  union all
  select t.relname || ': rows of other organisations are not kept back' from tables t
    where t.has_tenant and t.has_organisation and t.relname <> all($2::text[]) and not exists (
      select from policies p where p.polrelid = t.oid and p.polname = 'organisation' and not p.polpermissive and p.polcmd = '*'
        and 'attest_app'::regrole = any(p.polroles) and p.reads ~ 'app\\.listed_organisations\\(\\)' and p.writes ~ 'app\\.own_organisations\\(\\)')
  union all
  select t.relname || ': policy ' || p.polname || ' calls a function outside a sub-select' from tables t join pg_policy p on p.polrelid = t.oid
    where regexp_replace(coalesce(pg_get_expr(p.polqual, p.polrelid), '') || ' ' || coalesce(pg_get_expr(p.polwithcheck, p.polrelid), ''),
      'SELECT app\\.', '', 'g') ~ 'app\\.[a-z_]+\\('
  union all
  select t.relname || ': policy ' || p.polname || ' is for everybody' from tables t join pg_policy p on p.polrelid = t.oid where 0 = any(p.polroles)
  union all
  select t.relname || ': ' || a.privilege_type || ' granted to ' || a.grantee::regrole from tables t
    join pg_class c on c.oid = t.oid, lateral aclexplode(c.relacl) a
    where a.privilege_type in ('TRUNCATE', 'REFERENCES', 'TRIGGER') and a.grantee::regrole::text <> t.owner
  union all
  select conrelid::regclass || ': foreign key ' || conname || ' crosses tenants' from pg_constraint k
    join tables child on child.oid = k.conrelid join tables parent on parent.oid = k.confrelid
    where k.contype = 'f' and child.has_tenant and parent.has_tenant
      and not exists (select from pg_attribute a where a.attrelid = k.conrelid and a.attnum = any(k.conkey) and a.attname = 'partnership_id')
  union all
  select t.relname || ': unique index ' || i.indexrelid::regclass || ' tells one tenant about another' from tables t
    join pg_index i on i.indrelid = t.oid
    where t.has_tenant and i.indisunique and t.relname <> 'session'
      and not exists (select from pg_attribute a where a.attrelid = t.oid and a.attnum = any(i.indkey) and a.attname = 'partnership_id')
  union all
  select c.relname || ': view without security_invoker' from pg_class c
    where c.relnamespace = 'app'::regnamespace and c.relkind = 'v' and not coalesce(c.reloptions @> '{security_invoker=true}', false)
  union all
  select c.relname || ': materialised views cannot be guarded' from pg_class c where c.relnamespace = 'app'::regnamespace and c.relkind = 'm'
  union all
  select name || ': runs with the rights of ' || owner || ', not of attest_scope' from functions where owner <> 'attest_scope'
  union all
  select name || ': definer function without a pinned search path' from functions
    where not coalesce(array_to_string(proconfig, ',') ~ 'search_path=', false)
  union all
  select rolname || ' can skip row-level security or make roles' from pg_roles
    where rolname in ('attest_app', 'attest_scope', 'attest_owner') and (rolsuper or rolbypassrls or rolcreaterole)
  union all
  select 'the application is connected as ' || current_user || ', which owns tables' where exists (select from tables where owner = current_user)
  union all
  select 'the application is connected as ' || rolname || ', which can skip row-level security' from pg_roles
    where rolname = current_user and (rolsuper or rolbypassrls)
  union all
  select n.nspname || '.' || c.relname || ': belongs to the application, which could change what a job is' from pg_class c
    join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'pgboss' and pg_get_userbyid(c.relowner) in ('attest_app', current_user)
  union all
  select 'the application may make things in the schema pgboss'
    where to_regnamespace('pgboss') is not null and has_schema_privilege(current_user, 'pgboss', 'create')
  union all
  select 'attest_app is a member of ' || r.roleid::regrole from pg_auth_members r where r.member = 'attest_app'::regrole
`;
