import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A guest link opens the questions that stand in the place of those it was given for, and after an undoing just those again. */
export class CarriedGuestLinks0024 implements MigrationInterface {
  readonly name = 'CarriedGuestLinks1795305600024';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set role attest_owner;
      alter table app.carried_thing drop constraint carried_thing_kind_check, add constraint carried_thing_kind_check check (kind in ('assignment', 'comment', 'flag', 'guest-link')),
        -- of a question among those of a link
        add column place int;

      set role attest_scope;
      create function app.carry_guest_links() returns trigger language plpgsql volatile security definer set search_path = '' as $$
      declare pid uuid := new.partnership_id;
      begin
        insert into app.carried_thing (partnership_id, carry_over_id, submission_id, organisation_id, kind, thing, from_question, to_question, place)
        select pid, new.id, x.submission_id, x.organisation_id, 'guest-link', g.id, q.id, q.id, q.place
        from app.carried_return x
        join app.guest_link g on g.partnership_id = pid and g.submission_id = x.submission_id
        cross join lateral unnest(g.question_ids) with ordinality as q (id, place)
        where x.partnership_id = pid and x.carry_over_id = new.id;
        -- what is retired stays among them, and opens nothing
        update app.guest_link g set question_ids = (
          select array_agg(o.id order by o.place) from (
            select coalesce(h.to_question, q.id) as id, min(array[q.place, coalesce(h.place, 0)]) as place
            from unnest(g.question_ids) with ordinality as q (id, place) left join app.question_heirs(new.id) h on h.from_question = q.id
            group by coalesce(h.to_question, q.id)) o)
        from app.carried_return x where x.partnership_id = pid and x.carry_over_id = new.id and g.partnership_id = pid and g.submission_id = x.submission_id;
        return null;
      end $$;

      -- links given since open, of the questions that were asked before, those which theirs come from: never more than one for each
      create function app.carry_guest_links_back() returns trigger language plpgsql volatile security definer set search_path = '' as $$
      declare pid uuid := new.partnership_id;
      begin
        update app.guest_link g set question_ids = (
          select array_agg(o.id order by o.place) from (
            select coalesce(h.from_question, q.id) as id, min(q.place) as place
            from unnest(g.question_ids) with ordinality as q (id, place)
            left join lateral (select h.from_question from app.question_heirs(new.id) h where h.to_question = q.id order by h.printed limit 1) h on true
            group by coalesce(h.from_question, q.id)) o)
        from app.carried_return x
        where x.partnership_id = pid and x.carry_over_id = new.id and g.partnership_id = pid and g.submission_id = x.submission_id
          and not exists (select from app.carried_thing k where k.partnership_id = pid and k.carry_over_id = new.id and k.kind = 'guest-link' and k.thing = g.id);
        update app.guest_link g set question_ids = k.questions
        from (select k.thing, array_agg(k.from_question order by k.place) as questions from app.carried_thing k
          where k.partnership_id = pid and k.carry_over_id = new.id and k.kind = 'guest-link' group by k.thing) k
        where g.partnership_id = pid and g.id = k.thing;
        return null;
      end $$;
      revoke all on function app.carry_guest_links(), app.carry_guest_links_back() from public;
      grant execute on function app.carry_guest_links(), app.carry_guest_links_back() to attest_owner;

      set role attest_owner;
      create trigger carry_guest_links after update of heirs on app.carry_over
        for each row when (old.heirs is distinct from new.heirs) execute function app.carry_guest_links();
      -- before carry_back_arrangements, which clears away what is known of the way: triggers run by their names
      create trigger carried_guest_links_back after update of undone_at on app.carry_over
        for each row when (old.undone_at is null and new.undone_at is not null) execute function app.carry_guest_links_back();
      reset role;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
