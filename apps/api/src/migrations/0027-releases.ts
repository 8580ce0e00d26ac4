import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addedByBusinessUnit, organisationRows, tenantTable, writtenByBusinessUnit } from './tenant-table';

/** Figures of a round as they are published, once, so that whoever asks twice is told the same twice. */
export class Releases0027 implements MigrationInterface {
  readonly name = 'Releases1795305600027';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set role attest_owner;

      create table app.disclosure_setting (
        partnership_id uuid primary key references app.partnership,
        -- fewer than this many are never a group to publish about
        minimum int not null check (minimum between 5 and 10)
      );

      create table app.release (
        partnership_id uuid not null,
        id uuid not null,
        round_id uuid not null,
        number int not null,
        minimum int not null,
        -- the figures as they are shown, in canonical form, and their hash
        content text not null,
        sha256 text not null,
        at timestamptz not null,
        primary key (partnership_id, id),
        unique (partnership_id, round_id, number),
        foreign key (partnership_id, round_id) references app.round
      );

      -- what a release was counted from: so that the next one can be compared with it, and for nobody else
      create table app.release_basis (
        partnership_id uuid not null,
        release_id uuid not null,
        organisation_id uuid not null,
        submission_id uuid not null,
        peer_group text not null,
        area text not null,
        -- what it said to each figure of the release, in their order
        said text[] not null,
        primary key (partnership_id, release_id, organisation_id),
        foreign key (partnership_id, release_id) references app.release,
        foreign key (partnership_id, submission_id, organisation_id) references app.submission (partnership_id, id, organisation_id)
      );
      create index on app.release_basis (partnership_id, submission_id);

      ${tenantTable('disclosure_setting', 'select, insert, update (minimum)')}
      ${writtenByBusinessUnit('disclosure_setting')}
      ${tenantTable('release', 'select, insert')}
      ${addedByBusinessUnit('release')}
      ${tenantTable('release_basis', 'select, insert')}
      ${addedByBusinessUnit('release_basis')}
      ${organisationRows('release_basis')}
      -- those who took part read what came of it, and of no other round
      create policy took_part on app.release as restrictive for select to attest_app
        using ((select app.sees_whole_partnership())
          or exists (select from app.submission s where s.partnership_id = release.partnership_id and s.round_id = release.round_id and s.submitted_at is not null));

      grant select, delete on app.release_basis to attest_scope;
      create policy keeping on app.release_basis to attest_scope using (true) with check (true);
      set role attest_scope;
      create function app.dispose_of_release_basis() returns trigger language plpgsql security definer set search_path = '' as $$
      begin
        delete from app.release_basis b where b.partnership_id = new.partnership_id and b.submission_id = new.id;
        return null;
      end $$;
      revoke all on function app.dispose_of_release_basis() from public;
      grant execute on function app.dispose_of_release_basis() to attest_owner;
      set role attest_owner;
      create trigger dispose_of_release_basis after update of disposed_on on app.submission for each row when (new.disposed_on is not null) execute function app.dispose_of_release_basis();

      reset role;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
