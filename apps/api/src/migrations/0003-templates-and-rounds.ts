import type { MigrationInterface, QueryRunner } from 'typeorm';
import { organisationRows, tenantTable, writtenByBusinessUnit } from './tenant-table';

/** Versioned questionnaires, and who is asked one of them by when. */
export class TemplatesAndRounds0003 implements MigrationInterface {
  readonly name = 'TemplatesAndRounds1795305600003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set role attest_owner;

      create table app.template (
        partnership_id uuid not null references app.partnership,
        id uuid not null,
        code text not null,
        audience text not null check (audience in ('school', 'agency')),
        primary key (partnership_id, id),
        unique (partnership_id, code)
      );
      create table app.template_version (
        partnership_id uuid not null,
        id uuid not null,
        template_id uuid not null,
        edition text not null,
        title text not null,
        state text not null check (state in ('draft', 'published', 'retired')),
        manifest jsonb not null,
        content_hash text not null,
        effective_from date not null,
        published_at timestamptz,
        primary key (partnership_id, id),
        unique (partnership_id, template_id, edition),
        foreign key (partnership_id, template_id) references app.template
      );
      -- the manifest says everything; these rows give each question something answers can point at
      create table app.question (
        partnership_id uuid not null,
        id uuid not null,
        template_version_id uuid not null,
        key text not null,
        ref text not null,
        section_key text not null,
        position int not null,
        primary key (partnership_id, id),
        unique (partnership_id, template_version_id, key),
        foreign key (partnership_id, template_version_id) references app.template_version
      );
      create function app.keep_published() returns trigger language plpgsql set search_path = '' as $$
      begin
        if old.state <> 'draft' and (tg_op = 'DELETE' or (new.manifest, new.content_hash, new.edition, new.template_id)
            is distinct from (old.manifest, old.content_hash, old.edition, old.template_id) or new.state = 'draft') then
          raise exception 'a published version never changes: make a new one' using errcode = 'AT001';
        end if;
        return coalesce(new, old);
      end $$;
      create trigger keep_published before update or delete on app.template_version for each row execute function app.keep_published();

      create table app.round (
        partnership_id uuid not null,
        id uuid not null,
        template_version_id uuid not null,
        name text not null,
        reference text not null,
        state text not null default 'draft' check (state in ('draft', 'open', 'closed')),
        opens_on date not null,
        due_on date not null,
        final_on date not null,
        audience jsonb not null,
        -- how many organisations were in scope, and when that was last counted: rates are stated on this base
        denominator int,
        denominator_on date,
        previous_round_id uuid,
        created_at timestamptz not null default now(),
        primary key (partnership_id, id),
        unique (partnership_id, name),
        unique (partnership_id, reference),
        foreign key (partnership_id, template_version_id) references app.template_version,
        foreign key (partnership_id, previous_round_id) references app.round,
        check (opens_on <= due_on and due_on <= final_on)
      );
      -- who is asked, as they were when the round opened
      create table app.round_member (
        partnership_id uuid not null,
        id uuid not null,
        round_id uuid not null,
        organisation_id uuid not null references app.organisation,
        organisation_name text not null,
        area_id uuid,
        area_name text,
        phase text,
        sector text,
        type text not null default '',
        features text[] not null default '{}',
        peer_group text not null,
        exempt_reason text,
        joined_on date not null,
        primary key (partnership_id, id),
        unique (partnership_id, round_id, organisation_id),
        foreign key (partnership_id, round_id) references app.round
      );
      create index on app.round_member (partnership_id, organisation_id);

      ${tenantTable('template', 'select, insert')}
      ${writtenByBusinessUnit('template')}
      ${tenantTable('template_version', 'select, insert, update')}
      ${writtenByBusinessUnit('template_version')}
      ${tenantTable('question', 'select, insert')}
      ${writtenByBusinessUnit('question')}
      ${tenantTable('round', 'select, insert, update')}
      ${writtenByBusinessUnit('round')}
      ${tenantTable('round_member', 'select, insert, update')}
      ${writtenByBusinessUnit('round_member')}
      ${organisationRows('round_member')}

      reset role;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
