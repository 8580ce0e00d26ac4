import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ACCEPTING, ENDING, GIVING, INVITING, LISTING } from './0008-invitation-functions';
import { organisationRows, tenantTable } from './tenant-table';

/** For the business unit everything, for a lead what is about the organisations they lead. */
const seenByWhoeverDecides = (table: string) => `
  create policy people on app.${table} as restrictive to attest_app
    using ((select app.holds_role('business-unit')) or organisation_id = any((select app.led_organisations())::uuid[]));
`;

/**
 * How people come and go: invitations, memberships that know where they come from, and reviews of who can see an
 * organisation. Memberships are written by the functions alone, which check the caller's right by themselves.
 */
export class Invitations0008 implements MigrationInterface {
  readonly name = 'Invitations1795305600008';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set role attest_owner;

      create table app.invitation (
        partnership_id uuid not null references app.partnership,
        id uuid not null,
        organisation_id uuid references app.organisation,
        trust text,
        role text not null,
        email text not null,
        name text not null default '',
        -- what the lead who invites becomes once this one has been accepted
        handover text check (handover in ('contributor', 'viewer', 'leaves')),
        -- of 32 random bytes that only the message holds: nobody who reads this table can accept anything
        token_hash bytea not null,
        invited_by uuid not null,
        invited_by_name text not null,
        invited_at timestamptz not null default now(),
        expires_at timestamptz not null default now() + interval '14 days',
        reminded_at timestamptz,
        accepted_at timestamptz,
        accepted_by uuid,
        withdrawn_at timestamptz,
        primary key (partnership_id, id),
        unique (partnership_id, token_hash),
        check (handover is null or role = 'lead'),
        check (case when role in ('business-unit', 'qp-member', 'executive', 'scrutineer') then organisation_id is null and trust is null
          when role = 'trust-lead' then organisation_id is null and trust is not null
          else role in ('lead', 'contributor', 'approver', 'viewer') and organisation_id is not null and trust is null end)
      );
      create index on app.invitation (token_hash);
      -- one address is invited once to one place, however many people invite it at once
      create unique index on app.invitation (partnership_id, coalesce(organisation_id::text, trust, ''), lower(email))
        where accepted_at is null and withdrawn_at is null;

      alter table app.membership add column invited_by text, add column invitation_id uuid, add column trust text,
        add foreign key (partnership_id, invitation_id) references app.invitation;
      create index on app.membership (partnership_id, organisation_id) where ended_at is null;

      create table app.access_review (
        partnership_id uuid not null references app.partnership,
        id uuid not null,
        organisation_id uuid not null references app.organisation,
        confirmed_at timestamptz not null default now(),
        confirmed_by uuid not null,
        confirmed_by_name text not null,
        -- who was on the list that was found right, as it was shown
        people jsonb not null,
        primary key (partnership_id, id)
      );
      create index on app.access_review (partnership_id, organisation_id, confirmed_at);

      alter table app.invitation enable row level security;
      alter table app.invitation force row level security;
      create policy scope on app.invitation to attest_scope using (true) with check (true);
      grant select, insert, update on app.invitation to attest_scope;

      set role attest_scope;
      ${GIVING}
      ${INVITING}
      ${ACCEPTING}
      ${ENDING}
      ${LISTING}

      do $$ declare f regprocedure; begin
        for f in select p.oid::regprocedure from pg_catalog.pg_proc p
          where p.pronamespace = 'app'::regnamespace and p.proname in ('led_organisations', 'takes_part', 'may_give', 'invite', 'renew_invitation',
            'withdraw_invitation', 'roles_of', 'invitation_of', 'accept_invitation', 'accept_as_newcomer', 'end_membership', 'change_role',
            'follow_trusts', 'people_of_organisation', 'people_of_partnership', 'own_memberships', 'redeem', 'state_of', 'caller_name', 'keeps', 'may_decide', 'invitation_states', 'has_role_anywhere', 'accept_as_returner', 'membership_of') loop
          execute format('revoke all on function %s from public', f);
          if f::text !~ 'app.(redeem|state_of|keeps|has_role_anywhere)\\(' then execute format('grant execute on function %s to attest_app', f); end if;
        end loop;
      end $$;

      set role attest_owner;
      ${tenantTable('invitation', 'select')}
      ${organisationRows('invitation')}
      ${seenByWhoeverDecides('invitation')}
      ${tenantTable('access_review', 'select, insert')}
      ${organisationRows('access_review')}
      ${seenByWhoeverDecides('access_review')}

      reset role;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
