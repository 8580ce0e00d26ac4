/** Of each kind of thing that is about a question: what goes over, and to which of the questions in its place. */
const goesOver = (kind: string, table: string, thing: string, section: string) => `
  insert into app.carried_thing (partnership_id, carry_over_id, submission_id, organisation_id, kind, thing, copy, from_question, to_question, from_section)
  select pid, of_carry, x.submission_id, x.organisation_id, '${kind}', ${thing}, case when h.place > 1 then gen_random_uuid() end, h.from_question, h.to_question, ${section}
  from app.carried_return x
  join app.${table} one on one.partnership_id = pid and one.submission_id = x.submission_id
  join app.question_heirs(of_carry) h on h.from_question = one.question_id
  where x.partnership_id = pid and x.carry_over_id = of_carry
`;

/** Of several that would come to stand at one question, where only one can: the one before in print goes, the others stay where they are. */
const ONE_OF_EACH = `
  delete from app.carried_thing k using (
    select o.id, row_number() over (partition by o.submission_id, o.kind, o.to_question order by o.copy is not null, q.position, o.from_question) as place
    from app.carried_thing o join app.question q on q.partnership_id = pid and q.id = o.from_question
    where o.partnership_id = pid and o.carry_over_id = of_carry and o.kind in ('assignment', 'flag')) ranked
  where k.partnership_id = pid and k.id = ranked.id and ranked.place > 1;
  delete from app.carried_thing k where k.partnership_id = pid and k.carry_over_id = of_carry
    and (k.kind = 'assignment' and exists (select from app.assignment a where a.partnership_id = pid and a.submission_id = k.submission_id and a.question_id = k.to_question)
      or k.kind = 'flag' and exists (select from app.question_flag f where f.partnership_id = pid and f.submission_id = k.submission_id and f.question_id = k.to_question));
`;

/** What was said or arranged since the round went over, to the first of the questions that it comes from, while nothing of its kind stands there. */
const sinceThen = (table: string, alone: string, set: string) => `
  with newer as (
    select one.ctid as spot, x.submission_id, o.from_question, f.section_key, row_number() over (partition by x.submission_id, o.from_question order by one.ctid) as place
    from app.carried_return x
    join app.${table} one on one.partnership_id = x.partnership_id and one.submission_id = x.submission_id
    join (select distinct on (h.to_question) h.to_question, h.from_question from app.question_heirs(new.id) h order by h.to_question, h.printed) o on o.to_question = one.question_id
    join app.question f on f.partnership_id = x.partnership_id and f.id = o.from_question
    where x.partnership_id = new.partnership_id and x.carry_over_id = new.id)
  update app.${table} t set question_id = n.from_question${set} from newer n where t.ctid = n.spot ${alone};
`;
const NOTHING_THERE = (table: string) => `and n.place = 1 and not exists (select from app.${table} b where b.partnership_id = t.partnership_id and b.submission_id = t.submission_id and b.question_id = n.from_question)`;

/** Assignments, comments and flags follow the lineage of their questions: moved to the first in their place, copied to the others. */
export const ARRANGEMENTS = `
  create function app.question_heirs(of_carry uuid) returns table (from_question uuid, to_question uuid, to_section text, place bigint, printed bigint)
  language sql stable security definer set search_path = '' as $$
    select f.id, t.id, t.section_key, row_number() over (partition by f.id order by e.printed), e.printed
    from app.carry_over c
    cross join lateral jsonb_array_elements(c.heirs) with ordinality as e (pair, printed)
    join app.question f on f.partnership_id = c.partnership_id and f.id = (e.pair ->> 0)::uuid and f.template_version_id = c.from_version_id
    join app.question t on t.partnership_id = c.partnership_id and t.id = (e.pair ->> 1)::uuid and t.template_version_id = c.to_version_id
    where c.partnership_id = app.partnership() and c.id = of_carry
  $$;

  -- as in migration 0015, and what was arranged about the questions goes along
  create function app.carry_round(of_carry uuid, of_round uuid, to_version uuid, carried_on timestamptz, returns jsonb, question_heirs jsonb) returns void
  language plpgsql volatile security definer set search_path = '' as $$
  declare pid uuid := app.partnership();
  begin
    perform app.carry_round(of_carry, of_round, to_version, carried_on, returns);
    update app.carry_over c set heirs = question_heirs where c.partnership_id = pid and c.id = of_carry;
    ${goesOver('assignment', 'assignment', 'one.id', 'one.section_key')};
    ${goesOver('comment', 'comment', 'one.id', 'null')};
    ${goesOver('flag', 'question_flag', 'null::uuid', 'null')};
    ${ONE_OF_EACH}

    insert into app.assignment (partnership_id, id, submission_id, organisation_id, section_key, question_id, person_id, person_name, due_on, assigned_by, assigned_by_name, assigned_at)
    select a.partnership_id, k.copy, a.submission_id, a.organisation_id, t.section_key, k.to_question, a.person_id, a.person_name, a.due_on, a.assigned_by, a.assigned_by_name, a.assigned_at
    from app.carried_thing k join app.assignment a on a.partnership_id = pid and a.id = k.thing join app.question t on t.partnership_id = pid and t.id = k.to_question
    where k.partnership_id = pid and k.carry_over_id = of_carry and k.kind = 'assignment' and k.copy is not null;
    insert into app.comment (partnership_id, id, submission_id, organisation_id, question_id, kind, words, mentions, by_person, by_name, at, resolved_at, resolved_by, resolved_by_name)
    select c.partnership_id, k.copy, c.submission_id, c.organisation_id, k.to_question, c.kind, c.words, c.mentions, c.by_person, c.by_name, c.at, c.resolved_at, c.resolved_by, c.resolved_by_name
    from app.carried_thing k join app.comment c on c.partnership_id = pid and c.id = k.thing
    where k.partnership_id = pid and k.carry_over_id = of_carry and k.kind = 'comment' and k.copy is not null;
    insert into app.question_flag (partnership_id, submission_id, question_id, organisation_id, by_person, by_name, at)
    select f.partnership_id, f.submission_id, k.to_question, f.organisation_id, f.by_person, f.by_name, f.at
    from app.carried_thing k join app.question_flag f on f.partnership_id = pid and f.submission_id = k.submission_id and f.question_id = k.from_question
    where k.partnership_id = pid and k.carry_over_id = of_carry and k.kind = 'flag' and k.copy is not null;

    update app.assignment a set question_id = k.to_question, section_key = t.section_key
    from app.carried_thing k join app.question t on t.partnership_id = pid and t.id = k.to_question
    where k.partnership_id = pid and k.carry_over_id = of_carry and k.kind = 'assignment' and k.copy is null and a.partnership_id = pid and a.id = k.thing;
    update app.comment c set question_id = k.to_question from app.carried_thing k
    where k.partnership_id = pid and k.carry_over_id = of_carry and k.kind = 'comment' and k.copy is null and c.partnership_id = pid and c.id = k.thing;
    update app.question_flag f set question_id = k.to_question from app.carried_thing k
    where k.partnership_id = pid and k.carry_over_id = of_carry and k.kind = 'flag' and k.copy is null and f.partnership_id = pid and f.submission_id = k.submission_id and f.question_id = k.from_question;
  end $$;

  -- copies go, and what was moved comes back as it is by now: resolved, given to somebody else, or taken back
  create function app.carry_back_arrangements() returns trigger language plpgsql volatile security definer set search_path = '' as $$
  declare pid uuid := new.partnership_id;
  begin
    delete from app.assignment a using app.carried_thing k where k.partnership_id = pid and k.carry_over_id = new.id and k.kind = 'assignment' and a.partnership_id = pid and a.id = k.copy;
    delete from app.comment c using app.carried_thing k where k.partnership_id = pid and k.carry_over_id = new.id and k.kind = 'comment' and c.partnership_id = pid and c.id = k.copy;
    delete from app.question_flag f using app.carried_thing k
    where k.partnership_id = pid and k.carry_over_id = new.id and k.kind = 'flag' and k.copy is not null and f.partnership_id = pid and f.submission_id = k.submission_id and f.question_id = k.to_question;

    update app.assignment a set question_id = k.from_question, section_key = k.from_section from app.carried_thing k
    where k.partnership_id = pid and k.carry_over_id = new.id and k.kind = 'assignment' and k.copy is null and a.partnership_id = pid and a.id = k.thing;
    update app.comment c set question_id = k.from_question from app.carried_thing k
    where k.partnership_id = pid and k.carry_over_id = new.id and k.kind = 'comment' and k.copy is null and c.partnership_id = pid and c.id = k.thing;
    update app.question_flag f set question_id = k.from_question from app.carried_thing k
    where k.partnership_id = pid and k.carry_over_id = new.id and k.kind = 'flag' and k.copy is null and f.partnership_id = pid and f.submission_id = k.submission_id and f.question_id = k.to_question;

    ${sinceThen('comment', '', '')}
    ${sinceThen('assignment', NOTHING_THERE('assignment'), ', section_key = n.section_key')}
    ${sinceThen('question_flag', NOTHING_THERE('question_flag'), '')}
    delete from app.carried_thing k where k.partnership_id = pid and k.carry_over_id = new.id;
    return null;
  end $$;

  create function app.forget_carried_things() returns trigger language plpgsql security definer set search_path = '' as $$
  begin
    delete from app.carried_thing k where k.partnership_id = new.partnership_id and k.submission_id = new.id;
    return null;
  end $$;

  revoke all on function app.question_heirs(uuid), app.carry_round(uuid, uuid, uuid, timestamptz, jsonb, jsonb), app.carry_back_arrangements(), app.forget_carried_things() from public;
  revoke execute on function app.carry_round(uuid, uuid, uuid, timestamptz, jsonb) from attest_app;
  grant execute on function app.carry_round(uuid, uuid, uuid, timestamptz, jsonb, jsonb) to attest_app;
  grant execute on function app.carry_back_arrangements(), app.forget_carried_things() to attest_owner;
`;

/** The job that tells those who answer has nobody who calls it: it works for somebody of the business unit. */
export const TELLING = `
  create function app.carry_teller(of_carry uuid) returns table (partnership_id uuid, person_id uuid, name text) language plpgsql stable security definer set search_path = '' as $$
  begin
    return query select c.partnership_id, p.id, p.name
      from app.carry_over c
      join app.membership m on m.partnership_id = c.partnership_id and m.role = 'business-unit' and m.organisation_id is null and m.ended_at is null
      join app.person p on p.id = m.person_id and p.deactivated_at is null
      where c.id = of_carry order by m.since, m.id limit 1;
  end $$;

  -- the next returns that somebody has begun and nobody was told of: each once. Of what came back before it was told, nothing is told
  create function app.carried_to_tell(of_carry uuid, told_on timestamptz, most int) returns table (submission_id uuid, organisation_id uuid, round_name text, organisation_name text, back boolean, kept int, to_check int, set_aside int, added int)
  language plpgsql volatile security definer set search_path = '' as $$
  declare
    pid uuid := app.partnership();
    c app.carry_over;
  begin
    if not app.holds_role('business-unit') then return; end if;
    select * into c from app.carry_over x where x.partnership_id = pid and x.id = of_carry for share;
    return query
      with next as (
        select x.submission_id from app.carried_return x join app.submission s on s.partnership_id = pid and s.id = x.submission_id
        where x.partnership_id = pid and x.carry_over_id = of_carry and s.state = 'in-progress'
          and case when c.undone_at is null then x.told_at is null else x.told_at is not null and x.told_back_at is null end
        order by x.submission_id limit most for update of x skip locked),
      told as (
        update app.carried_return x
        set told_at = coalesce(x.told_at, told_on), told_back_at = case when c.undone_at is null then x.told_back_at else told_on end
        from next n where x.partnership_id = pid and x.carry_over_id = of_carry and x.submission_id = n.submission_id
        returning x.submission_id, x.organisation_id, x.kept, x.to_check, x.set_aside, x.added)
      select t.submission_id, t.organisation_id, r.name, m.organisation_name, c.undone_at is not null, t.kept, t.to_check, t.set_aside, t.added
      from told t
      join app.submission s on s.partnership_id = pid and s.id = t.submission_id
      join app.round r on r.partnership_id = pid and r.id = s.round_id
      join app.round_member m on m.partnership_id = pid and m.id = s.round_member_id;
  end $$;
  revoke all on function app.carry_teller(uuid), app.carried_to_tell(uuid, timestamptz, int) from public;
  grant execute on function app.carry_teller(uuid), app.carried_to_tell(uuid, timestamptz, int) to attest_app;
`;
