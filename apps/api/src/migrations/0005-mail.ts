import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Every message the platform sends. The texts hold links that let people in, so no query of the application can list
 * them: they are reached through the functions below, and are gone once a message has left. The jobs that send them
 * are pg-boss's, in a schema of its own (see `installJobs`).
 */
export class Mail0005 implements MigrationInterface {
  readonly name = 'Mail1795305600005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set role attest_owner;

      create table app.mail (
        id uuid primary key,
        -- of whoever sent it; null where nobody was signed in
        partnership_id uuid references app.partnership,
        -- what it is about, such as an invitation
        about uuid,
        address text not null,
        subject text not null,
        body text not null,
        created_at timestamptz not null default now(),
        attempts int not null default 0,
        sent_at timestamptz,
        -- whether it is still to be read in the outbox of a demonstration
        kept boolean not null default false,
        failed_at timestamptz,
        -- no such address, or nobody there
        bounced_at timestamptz,
        -- of the last failure, without addresses
        reason text
      );
      create index on app.mail (partnership_id, created_at desc);
      create index on app.mail (lower(address));
      create index on app.mail (about);
      alter table app.mail enable row level security;
      alter table app.mail force row level security;
      create policy scope on app.mail to attest_scope using (true) with check (true);
      grant select, insert, update on app.mail to attest_scope;

      set role attest_scope;

      create function app.post_mail(mail uuid, to_address text, about_what text, words text, about uuid) returns void
      language sql volatile security definer set search_path = '' as $$
        insert into app.mail (id, partnership_id, about, address, subject, body)
        values (mail, ((app.context())[1])::uuid, about, to_address, about_what, words) $$;

      -- for whoever delivers it; nothing when it is done with
      create function app.take_mail(mail uuid) returns table (id uuid, address text, subject text, body text, stale boolean)
      language sql volatile security definer set search_path = '' as $$
        update app.mail m set attempts = m.attempts + 1 where m.id = mail and m.sent_at is null and m.failed_at is null
        returning m.id, m.address, m.subject, m.body, m.created_at < now() - interval '7 days' $$;

      create function app.mail_sent(mail uuid, keep boolean) returns void
      language sql volatile security definer set search_path = '' as $$
        update app.mail m set sent_at = now(), reason = null, kept = keep, body = case when keep then m.body else '' end where m.id = mail and m.sent_at is null $$;

      create function app.mail_failed(mail uuid, why text, for_good boolean) returns void
      language sql volatile security definer set search_path = '' as $$
        update app.mail m set reason = left(why, 500), failed_at = case when for_good then now() end,
          body = case when for_good and m.created_at < now() - interval '7 days' then '' else m.body end
        where m.id = mail and m.sent_at is null $$;

      -- what the delivery service says later of a message it had taken
      create function app.mail_returned(mail uuid, why text, wrong_address boolean) returns void
      language sql volatile security definer set search_path = '' as $$
        update app.mail m set reason = left(why, 500), failed_at = coalesce(m.failed_at, now()),
          bounced_at = case when wrong_address then coalesce(m.bounced_at, now()) else m.bounced_at end
        where m.id = mail and m.sent_at is not null $$;

      -- what the business unit sees: what was sent in its partnership, and what its people asked for while nobody was signed in.
      -- Never a text: it may let somebody else in
      create function app.deliveries(most int, skipped int)
      returns table (id uuid, address text, subject text, created_at timestamptz, sent_at timestamptz, failed_at timestamptz, bounced_at timestamptz,
        attempts int, reason text, again boolean, total bigint)
      language plpgsql stable security definer set search_path = '' as $$
      declare here uuid := app.partnership();
      begin
        if not app.holds_role('business-unit') then raise exception 'only the business unit sees deliveries' using errcode = '42501'; end if;
        return query select m.id, m.address, m.subject, m.created_at, m.sent_at, m.failed_at, m.bounced_at, m.attempts, m.reason,
            m.failed_at is not null and m.sent_at is null and m.body <> '' and m.created_at > now() - interval '7 days', count(*) over ()
          from app.mail m
          where m.partnership_id = here or m.partnership_id is null and exists (
            select from app.person p join app.membership s on s.person_id = p.id
            where lower(p.email) = lower(m.address) and s.partnership_id = here and s.ended_at is null)
          order by m.created_at desc, m.id desc limit most offset skipped;
      end $$;

      -- once more, for a message of one's own partnership that failed and still holds what it said; false for one that is not so
      -- any more, and null for what is not there
      create function app.mail_again(mail uuid) returns boolean language plpgsql volatile security definer set search_path = '' as $$
      declare here uuid := app.partnership();
      begin
        if not app.holds_role('business-unit') then raise exception 'only the business unit sends again' using errcode = '42501'; end if;
        if not exists (select from app.mail m where m.id = mail and (m.partnership_id = here or m.partnership_id is null and exists (
            select from app.person p join app.membership s on s.person_id = p.id
            where lower(p.email) = lower(m.address) and s.partnership_id = here and s.ended_at is null))) then return null; end if;
        update app.mail m set failed_at = null, reason = null
        where m.id = mail and m.failed_at is not null and m.sent_at is null and m.body <> '' and m.created_at > now() - interval '7 days';
        return found;
      end $$;

      -- what became of the last message about each of these
      create function app.deliveries_about(things uuid[])
      returns table (about uuid, sent_at timestamptz, failed_at timestamptz, bounced_at timestamptz)
      language sql stable security definer set search_path = '' as $$
        select distinct on (m.about) m.about, m.sent_at, m.failed_at, m.bounced_at from app.mail m
        where m.about = any(things) and m.partnership_id = app.partnership() order by m.about, m.created_at desc, m.id desc $$;

      -- the outbox of a demonstration: only what was kept for it
      create function app.outbox(most int) returns table (id uuid, address text, subject text, created_at timestamptz)
      language sql stable security definer set search_path = '' as $$
        select m.id, m.address, m.subject, m.created_at from app.mail m where m.kept order by m.created_at desc, m.id desc limit most $$;

      create function app.outbox_letter(mail uuid) returns table (id uuid, address text, subject text, created_at timestamptz, body text)
      language sql stable security definer set search_path = '' as $$
        select m.id, m.address, m.subject, m.created_at, m.body from app.mail m where m.id = mail and m.kept $$;

      do $$ declare f regprocedure; begin
        for f in select p.oid::regprocedure from pg_catalog.pg_proc p where p.pronamespace = 'app'::regnamespace and p.proname in (
          'post_mail', 'take_mail', 'mail_sent', 'mail_failed', 'mail_returned', 'deliveries', 'mail_again', 'deliveries_about', 'outbox', 'outbox_letter') loop
          execute format('revoke all on function %s from public; grant execute on function %s to attest_app', f, f);
        end loop;
      end $$;

      reset role;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
