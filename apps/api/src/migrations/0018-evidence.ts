import type { MigrationInterface, QueryRunner } from 'typeorm';
import { EVIDENCE_FUNCTIONS } from './0018-evidence-functions';
import { organisationRows, tenantTable } from './tenant-table';

/** Who does not belong to the organisation sees of its evidence what it signed, in the revision it signed, and nothing else. */
const signedOnly = (table: string, revision: string) => `
  create policy signed on app.${table} as restrictive for select to attest_app using (
    organisation_id = any((select app.library_organisations())::uuid[]) or exists (
      select from app.evidence_use u where u.partnership_id = ${table}.partnership_id and u.evidence_id = ${table}.${table === 'evidence' ? 'id' : 'evidence_id'} and u.removed_at is null and ${revision}));`;

/** What an organisation shows for its answers: a library of files, links and places, each in revisions that never change. */
export class Evidence0018 implements MigrationInterface {
  readonly name = 'Evidence1795305600018';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set role attest_owner;

      -- pieces of evidence by question, kept by a trigger
      alter table app.submission add column evidence jsonb not null default '{}';

      create table app.evidence (
        partnership_id uuid not null references app.partnership,
        id uuid not null,
        organisation_id uuid not null references app.organisation,
        kind text not null check (kind in ('file', 'link', 'place')),
        title text not null,
        owner text not null default '',
        review_by date,
        -- the newest one, which is used until a return is signed
        revision int not null default 1,
        infected boolean not null default false,
        created_at timestamptz not null default now(),
        primary key (partnership_id, id),
        unique (partnership_id, id, organisation_id)
      );
      create index on app.evidence (partnership_id, organisation_id);

      -- append only
      create table app.evidence_revision (
        partnership_id uuid not null,
        evidence_id uuid not null,
        number int not null,
        organisation_id uuid not null,
        file_name text,
        media_type text,
        bytes int,
        sha256 text,
        -- the address of a link, or the words for a place
        location text,
        scan text not null check (scan in ('waiting', 'clean', 'not-scanned', 'infected', 'nothing-to-scan')),
        scanned_at timestamptz,
        threat text,
        by_person uuid not null,
        by_name text not null,
        at timestamptz not null default now(),
        primary key (partnership_id, evidence_id, number),
        foreign key (partnership_id, evidence_id, organisation_id) references app.evidence (partnership_id, id, organisation_id),
        check ((sha256 is null) <> (location is null))
      );

      create table app.evidence_chunk (
        partnership_id uuid not null,
        evidence_id uuid not null,
        number int not null,
        seq int not null,
        organisation_id uuid not null,
        bytes bytea not null,
        primary key (partnership_id, evidence_id, number, seq),
        foreign key (partnership_id, evidence_id, number) references app.evidence_revision
      );
      -- nearly everything that comes is compressed already
      alter table app.evidence_chunk alter column bytes set storage external;

      -- taken away, the row stays: what was signed with it must be known
      create table app.evidence_use (
        partnership_id uuid not null,
        submission_id uuid not null,
        question_id uuid not null,
        evidence_id uuid not null,
        organisation_id uuid not null,
        added_by uuid not null,
        added_by_name text not null,
        added_at timestamptz not null default now(),
        removed_at timestamptz,
        -- as it was when the return was last handed in
        signed_revision int,
        primary key (partnership_id, submission_id, question_id, evidence_id),
        foreign key (partnership_id, submission_id, organisation_id) references app.submission (partnership_id, id, organisation_id),
        foreign key (partnership_id, question_id) references app.question,
        foreign key (partnership_id, evidence_id, organisation_id) references app.evidence (partnership_id, id, organisation_id)
      );
      create index on app.evidence_use (partnership_id, evidence_id);

      -- those one belongs to oneself, whatever one sees besides; with an academy go the years in which it was another school
      set role attest_scope;
      create function app.library_organisations() returns uuid[] language plpgsql stable security definer set search_path = '' as $$
      declare ctx text[] := app.context();
      begin
        return array(
          select m.organisation_id from app.membership m where m.partnership_id = ctx[1]::uuid and m.person_id = ctx[2]::uuid and m.ended_at is null and m.organisation_id is not null
          union select o.predecessor_id from app.membership m join app.organisation o on o.id = m.organisation_id
          where m.partnership_id = ctx[1]::uuid and m.person_id = ctx[2]::uuid and m.ended_at is null and o.predecessor_id is not null);
      end $$;
      revoke all on function app.library_organisations() from public;
      grant execute on function app.library_organisations() to attest_app;
      set role attest_owner;

      ${tenantTable('evidence', 'select, insert, update (title, owner, review_by, revision, infected)')}
      ${organisationRows('evidence')}
      ${tenantTable('evidence_revision', 'select, insert')}
      ${organisationRows('evidence_revision')}
      ${tenantTable('evidence_chunk', 'select, insert')}
      ${organisationRows('evidence_chunk')}
      ${tenantTable('evidence_use', 'select, insert, update (added_by, added_by_name, added_at, removed_at, signed_revision)')}
      ${organisationRows('evidence_use')}
      create policy signed on app.evidence_use as restrictive for select to attest_app using (
        organisation_id = any((select app.library_organisations())::uuid[]) or (signed_revision is not null and exists (
          select from app.submission s where s.partnership_id = evidence_use.partnership_id and s.id = evidence_use.submission_id and s.state in ('submitted', 'accepted'))));
      ${signedOnly('evidence', 'u.signed_revision is not null')}
      ${signedOnly('evidence_revision', 'u.signed_revision = evidence_revision.number')}
      ${signedOnly('evidence_chunk', 'u.signed_revision = evidence_chunk.number')}

      -- the partnership reads what was signed, and adds and changes nothing
      do $$ declare t text; begin
        foreach t in array array['evidence', 'evidence_revision', 'evidence_chunk', 'evidence_use'] loop
          execute format('create policy theirs on app.%I as restrictive for insert to attest_app with check (organisation_id = any((select app.library_organisations())::uuid[]))', t);
          execute format('create policy theirs_update on app.%I as restrictive for update to attest_app using (organisation_id = any((select app.library_organisations())::uuid[]))', t);
        end loop;
      end $$;

      do $$ declare t text; begin
        foreach t in array array['evidence', 'evidence_revision', 'evidence_chunk', 'evidence_use'] loop
          execute format('create policy keeping on app.%I to attest_scope using (true) with check (true); grant select, update, delete on app.%I to attest_scope;', t, t);
        end loop;
      end $$;

      set role attest_scope;
      ${EVIDENCE_FUNCTIONS}

      set role attest_owner;
      create trigger count_uses after insert or update of removed_at on app.evidence_use for each row execute function app.count_uses();
      create trigger count_infected after update of infected on app.evidence for each row when (old.infected is distinct from new.infected) execute function app.count_infected();
      create trigger carry_evidence after update of template_version_id on app.submission
        for each row when (old.template_version_id is distinct from new.template_version_id) execute function app.carry_evidence();
      create trigger dispose_evidence after update of disposed_on on app.submission
        for each row when (old.disposed_on is null and new.disposed_on is not null) execute function app.dispose_evidence();
      create trigger erase_in_evidence after insert or update of state on app.erasure for each row when (new.state = 'done') execute function app.erase_in_evidence();
      -- what was handed in stays what was signed
      create trigger keep_handed_in after insert or update on app.evidence_use
        for each row when (current_user = 'attest_app') execute function app.keep_handed_in();

      reset role;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
