import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './tenant-table';

/** Workbooks that came back: what their sheets say, for as long as somebody may want to make a draft of it. */
export class TemplateImports0014 implements MigrationInterface {
  readonly name = 'TemplateImports1795305600014';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set role attest_owner;

      create table app.template_import (
        partnership_id uuid not null references app.partnership,
        id uuid not null,
        person_id uuid not null,
        file_name text not null,
        format text not null check (format in ('xlsx', 'ods')),
        sheets jsonb not null,
        -- rows to be read as if they were not there, such as Questions!12
        skipped text[] not null default '{}',
        -- the draft or the edition it is held against, where somebody said so
        against_id uuid,
        uploaded_at timestamptz not null default now(),
        expires_at timestamptz not null,
        -- what became of it
        draft_id uuid,
        primary key (partnership_id, id),
        foreign key (partnership_id, against_id) references app.template_version,
        foreign key (partnership_id, draft_id) references app.template_version
      );
      create index on app.template_import (partnership_id, against_id);
      create index on app.template_import (partnership_id, draft_id);

      ${tenantTable('template_import', 'select, insert, update (skipped, draft_id)')}
      create policy business_unit on app.template_import as restrictive to attest_app using ((select app.holds_role('business-unit')));
      create policy scope on app.template_import to attest_scope using (true) with check (true);
      grant select, delete on app.template_import to attest_scope;

      set role attest_scope;
      -- by a job, once its days are over
      create function app.end_template_import(which uuid, by_when timestamptz) returns void language plpgsql volatile security definer set search_path = '' as $$
      begin
        delete from app.template_import i where i.id = which and i.expires_at <= by_when;
      end $$;
      create function app.my_records_of_workbooks() returns jsonb language plpgsql stable security definer set search_path = '' as $$
      declare me uuid := (app.context())[2]::uuid;
      begin
        return jsonb_build_object('workbooks', (select jsonb_agg(jsonb_build_object('file', i.file_name, 'uploadedAt', i.uploaded_at, 'deletedAt', i.expires_at) order by i.uploaded_at, i.id)
          from app.template_import i where i.person_id = me));
      end $$;
      -- whoever is erased leaves no workbook behind that has not become a draft
      create function app.erase_workbooks() returns trigger language plpgsql volatile security definer set search_path = '' as $$
      begin
        delete from app.template_import i where i.partnership_id = new.partnership_id and i.person_id = new.person_id;
        return null;
      end $$;
      revoke all on function app.end_template_import(uuid, timestamptz), app.my_records_of_workbooks(), app.erase_workbooks() from public;
      grant execute on function app.end_template_import(uuid, timestamptz) to attest_app;
      grant execute on function app.erase_workbooks() to attest_owner;
      set role attest_owner;
      create trigger erase_workbooks after update on app.erasure for each row when (new.state = 'done' and old.state <> 'done') execute function app.erase_workbooks();

      reset role;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
