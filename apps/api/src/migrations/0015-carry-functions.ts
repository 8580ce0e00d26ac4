/**
 * The functions of migration 0015 that carry an open round over and back. What becomes of each return is worked out in
 * `domain/lineage`; here it is written, whole or not at all, with the rights of attest_scope: an organisation's answers are its
 * own to write, and the business unit, which asks for this, moves them without changing a word of any.
 */
export const CARRYING = `
  create function app.carry_round(of_carry uuid, of_round uuid, to_version uuid, carried_on timestamptz, returns jsonb) returns void
  language plpgsql volatile security definer set search_path = '' as $$
  declare
    pid uuid := app.partnership();
    r app.round;
    found int;
  begin
    if not app.holds_role('business-unit') then raise exception 'only the business unit carries a round over' using errcode = '42501'; end if;
    select * into r from app.round x where x.partnership_id = pid and x.id = of_round and x.state = 'open' for no key update;
    if r.id is null or not exists (
      select from app.template_version n join app.template_version o on o.partnership_id = pid and o.id = r.template_version_id and o.template_id = n.template_id and o.id <> n.id
      where n.partnership_id = pid and n.id = to_version and n.state = 'published') then
      raise exception 'an open round goes over to another published version of its questionnaire' using errcode = '42501';
    end if;
    insert into app.carry_over (partnership_id, id, round_id, from_version_id, to_version_id, at) values (pid, of_carry, of_round, r.template_version_id, to_version, carried_on);
    insert into app.carried_return (partnership_id, carry_over_id, submission_id, organisation_id, version, before, kept, to_check, set_aside, added, moved)
    select pid, of_carry, s.id, s.organisation_id, s.version + 1, jsonb_build_object('answered', s.answered, 'required', s.required, 'standing', s.standing),
      one.kept, one."toCheck", one."setAside", one.added, one.moved
    from jsonb_to_recordset(returns) as one (id uuid, version int, kept int, "toCheck" int, "setAside" int, added int, moved jsonb)
    join app.submission s on s.partnership_id = pid and s.id = one.id and s.version = one.version
    where s.round_id = of_round and s.template_version_id = r.template_version_id and s.state in ('not-started', 'in-progress');
    get diagnostics found = row_count;
    if found <> jsonb_array_length(returns) then raise exception 'a return has changed meanwhile' using errcode = '40001'; end if;

    update app.answer a set question_id = t.id, to_check = (one.move ->> 3)::boolean
    from app.carried_return c, jsonb_array_elements(c.moved) as one (move), app.question f, app.question t
    where c.partnership_id = pid and c.carry_over_id = of_carry
      and f.partnership_id = pid and f.id = (one.move ->> 0)::uuid and f.template_version_id = r.template_version_id
      and t.partnership_id = pid and t.id = (one.move ->> 1)::uuid and t.template_version_id = to_version
      and a.partnership_id = pid and a.submission_id = c.submission_id and a.question_id = f.id and a.to_check = (one.move ->> 2)::boolean;
    get diagnostics found = row_count;
    if found <> (select coalesce(sum(jsonb_array_length(c.moved)), 0) from app.carried_return c where c.partnership_id = pid and c.carry_over_id = of_carry) then
      raise exception 'an answer has changed meanwhile' using errcode = '40001';
    end if;
    update app.submission s set template_version_id = to_version, version = s.version + 1, answered = one.answered, required = one.required, standing = one.standing
    from jsonb_to_recordset(returns) as one (id uuid, answered int, required int, standing jsonb)
    where s.partnership_id = pid and s.id = one.id;
    update app.round x set template_version_id = to_version where x.partnership_id = pid and x.id = of_round;
  end $$;

  -- everything as it was, unless something has happened to one of the returns since
  create function app.undo_carry(of_carry uuid, undone_on timestamptz) returns text language plpgsql volatile security definer set search_path = '' as $$
  declare
    pid uuid := app.partnership();
    c app.carry_over;
    r app.round;
  begin
    if not app.holds_role('business-unit') then raise exception 'only the business unit takes a round back' using errcode = '42501'; end if;
    select * into c from app.carry_over x where x.partnership_id = pid and x.id = of_carry;
    select * into r from app.round x where x.partnership_id = pid and x.id = c.round_id for no key update;
    select * into c from app.carry_over x where x.partnership_id = pid and x.id = of_carry for update;
    if c.id is null then return 'not-found'; end if;
    if c.undone_at is not null then return 'undone'; end if;
    if r.state <> 'open' then return 'closed'; end if;
    perform from app.carried_return x join app.submission s on s.partnership_id = pid and s.id = x.submission_id
    where x.partnership_id = pid and x.carry_over_id = of_carry order by s.id for update of s;
    if r.template_version_id <> c.to_version_id or exists (select from app.changed_since_carry(of_carry)) then return 'changed'; end if;

    update app.answer a set question_id = (one.move ->> 0)::uuid, to_check = (one.move ->> 2)::boolean
    from app.carried_return x, jsonb_array_elements(x.moved) as one (move)
    where x.partnership_id = pid and x.carry_over_id = of_carry
      and a.partnership_id = pid and a.submission_id = x.submission_id and a.question_id = (one.move ->> 1)::uuid;
    update app.submission s set template_version_id = c.from_version_id, version = x.version - 1,
      answered = (x.before ->> 'answered')::int, required = (x.before ->> 'required')::int, standing = nullif(x.before -> 'standing', 'null'::jsonb)
    from app.carried_return x where x.partnership_id = pid and x.carry_over_id = of_carry and s.partnership_id = pid and s.id = x.submission_id;
    update app.round x set template_version_id = c.from_version_id where x.partnership_id = pid and x.id = r.id;
    update app.carry_over x set undone_at = undone_on where x.partnership_id = pid and x.id = of_carry;
    return 'done';
  end $$;

  -- whose returns are not as the carrying over left them
  create function app.changed_since_carry(of_carry uuid) returns table (organisation_id uuid) language plpgsql stable security definer set search_path = '' as $$
  begin
    if not app.holds_role('business-unit') then return; end if;
    return query
      select s.organisation_id from app.carried_return x
      join app.carry_over c on c.partnership_id = x.partnership_id and c.id = x.carry_over_id
      join app.submission s on s.partnership_id = x.partnership_id and s.id = x.submission_id
      where x.partnership_id = app.partnership() and x.carry_over_id = of_carry
        and (s.version <> x.version or s.template_version_id <> c.to_version_id or s.state not in ('not-started', 'in-progress'));
  end $$;

  -- what is disposed of takes with it what is known of its way here
  create function app.forget_carried() returns trigger language plpgsql security definer set search_path = '' as $$
  begin
    delete from app.carried_return x where x.partnership_id = new.partnership_id and x.submission_id = new.id;
    return null;
  end $$;
`;
