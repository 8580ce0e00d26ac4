/** The functions of migration 0023. A guest's transaction sees no row of any table: these are all it has, and each asks whose link it is. */

/** The partnership that nobody is in: a guest's context is signed for it, so every policy there is, and will be, lets nothing through. */
export const NOWHERE = "'00000000-0000-0000-0000-000000000000'";

export const LINKS = `
  -- those for which the caller may answer, and so give something of theirs to a guest
  create function app.answering_organisations() returns uuid[] language plpgsql stable security definer set search_path = '' as $$
  declare ctx text[] := app.context();
  begin
    return (select array_agg(m.organisation_id) from app.membership m
      where m.partnership_id = ctx[1]::uuid and m.person_id = ctx[2]::uuid and m.ended_at is null and m.organisation_id is not null and m.role in ('lead', 'contributor'));
  end $$;

  -- what a link opens; nothing where there never was one. How often it is used costs at most one write a minute
  create function app.guest_link_of(token bytea)
  returns table (id uuid, partnership_id uuid, partnership_name text, organisation_id uuid, organisation_name text, submission_id uuid, question_ids uuid[],
    name text, note text, given_by_name text, until_on text, revoked boolean, giver_left boolean)
  language plpgsql volatile security definer set search_path = '' as $$
  begin
    return query
      select l.id, l.partnership_id, p.name, l.organisation_id, o.name, l.submission_id, l.question_ids, l.name, l.note, l.given_by_name, l.until_on::text, l.revoked_at is not null,
        not exists (select from app.membership m where m.partnership_id = l.partnership_id and m.person_id = l.given_by and m.organisation_id = l.organisation_id
          and m.ended_at is null and m.role in ('lead', 'contributor'))
      from app.guest_link l join app.partnership p on p.id = l.partnership_id join app.organisation o on o.id = l.organisation_id
      where l.token_hash = token;
    update app.guest_link l set used_at = now() where l.token_hash = token and l.revoked_at is null and (l.used_at is null or l.used_at < now() - interval '1 minute');
  end $$;

  -- the link of the signed context, while nobody has revoked it
  create function app.guest() returns app.guest_link language plpgsql stable security definer set search_path = '' as $$
  declare
    ctx text[] := app.context();
    link app.guest_link;
  begin
    if ctx[1]::uuid is distinct from ${NOWHERE}::uuid then raise exception 'this is for guests' using errcode = '42501'; end if;
    select * into link from app.guest_link l where l.id = ctx[2]::uuid and l.revoked_at is null;
    if not found then raise exception 'this link opens nothing' using errcode = '42501'; end if;
    return link;
  end $$;

  create function app.guest_label(link app.guest_link) returns text language sql immutable set search_path = '' as
    $$ select link.name || ', a guest of ' || link.given_by_name $$;

  -- of others, that there are words and not which: the rules ask no more of them
  create function app.veiled(value jsonb) returns jsonb language sql immutable set search_path = '' as $$
    select case
      when pg_catalog.jsonb_typeof(value) = 'string' and value #>> '{}' !~ '^\\d{4}-\\d\\d-\\d\\d$' and value #>> '{}' <> '' then '"…"'::jsonb
      when pg_catalog.jsonb_typeof(value) = 'object' and value ? 'name' then '{"name": "…", "role": "…"}'::jsonb
      when pg_catalog.jsonb_typeof(value) = 'array' and pg_catalog.jsonb_typeof(value -> 0) = 'object' then '[{"title": "…", "where": "…"}]'::jsonb
      else value end $$;
`;

export const ANSWERING = `
  -- all that the rules need to take an answer, as for colleagues: with every answer, because one brings and takes away others
  create function app.guest_return(wanted uuid)
  returns table (organisation_id uuid, organisation_name text, template_version_id uuid, state text, version int, evidence jsonb, round_name text, round_state text, final_on text,
    reopened_until text, reopened_questions uuid[], phase text, sector text, features text[], type text, area text, answers json)
  language plpgsql stable security definer set search_path = '' as $$
  declare link app.guest_link := app.guest();
  begin
    return query
      select s.organisation_id, m.organisation_name, s.template_version_id, s.state, s.version, s.evidence, r.name, r.state, r.final_on::text, s.reopened_until::text, s.reopened_questions,
        m.phase, m.sector, m.features, m.type, (select a.la_code from app.area a where a.partnership_id = m.partnership_id and a.id = m.area_id),
        (select coalesce(json_agg(x), '[]') from (
          select a.question_id, a.level, a.version, a.to_check, a.carried, a.by_guest,
            case when own.own then a.value else app.veiled(a.value) end as value,
            case when own.own or a.note = '' then a.note else '…' end as note,
            case when own.own or a.na_reason is null or a.na_reason = '' then a.na_reason else '…' end as na_reason,
            case when own.own then case when a.updated_by = link.id then a.updated_by_name else m.organisation_name end end as updated_by_name,
            case when own.own then a.updated_at end as updated_at
          from app.answer a, lateral (select a.question_id = any(link.question_ids) as own) own
          where a.partnership_id = s.partnership_id and a.submission_id = s.id) x)
      from app.submission s
      join app.round r on r.partnership_id = s.partnership_id and r.id = s.round_id
      join app.round_member m on m.partnership_id = s.partnership_id and m.id = s.round_member_id
      where s.partnership_id = link.partnership_id and s.id = link.submission_id and s.id = wanted and s.disposed_on is null;
  end $$;

  create function app.guest_version(wanted uuid) returns table (manifest jsonb, content_hash text, questions json)
  language plpgsql stable security definer set search_path = '' as $$
  declare link app.guest_link := app.guest();
  begin
    return query select v.manifest, v.content_hash, (select json_agg(q) from (
        select x.id, x.key from app.question x where x.partnership_id = v.partnership_id and x.template_version_id = v.id order by x.position) q)
      from app.template_version v join app.submission s on s.partnership_id = v.partnership_id and s.template_version_id = v.id
      where s.partnership_id = link.partnership_id and s.id = link.submission_id and v.id = wanted;
  end $$;

  create function app.lock_for_guest(wanted uuid) returns void language plpgsql volatile security definer set search_path = '' as $$
  declare link app.guest_link := app.guest();
  begin
    perform from app.submission s where s.partnership_id = link.partnership_id and s.id = link.submission_id and s.id = wanted for update;
  end $$;

  create function app.guest_done_before(wanted uuid, question uuid, operation uuid)
  returns table (answered int, required int, current jsonb, event jsonb)
  language plpgsql stable security definer set search_path = '' as $$
  declare link app.guest_link := app.guest();
  begin
    if question <> all(link.question_ids) then return; end if;
    return query
      select s.answered, s.required,
        (select to_jsonb(a) || case when a.updated_by = link.id then '{}' else jsonb_build_object('updated_by_name', m.organisation_name) end
          from app.answer a where a.partnership_id = s.partnership_id and a.submission_id = s.id and a.question_id = question),
        (select to_jsonb(e) || jsonb_build_object('updated_by_name', e.by_name, 'updated_at', e.at)
          from app.answer_event e where e.partnership_id = s.partnership_id and e.operation_id = operation and e.by_person = link.id)
      from app.submission s join app.round_member m on m.partnership_id = s.partnership_id and m.id = s.round_member_id
      where s.partnership_id = link.partnership_id and s.id = link.submission_id and s.id = wanted;
  end $$;

  -- the link as it is now: whoever revokes it waits for a save that is under way, and none begins after
  create function app.held_guest_link(question uuid) returns app.guest_link language plpgsql volatile security definer set search_path = '' as $$
  declare link app.guest_link := app.guest();
  begin
    perform from app.guest_link l where l.partnership_id = link.partnership_id and l.id = link.id and l.revoked_at is null for share;
    if not found or question <> all(link.question_ids) then raise exception 'this link opens nothing' using errcode = '42501'; end if;
    return link;
  end $$;

  -- with the parameters of the statements that save for colleagues, in their order (answering.queries.ts); by whom, the link says, whatever is passed
  create function app.save_for_guest(wanted uuid, seen int, question uuid, operation uuid, new_level text, new_value jsonb, new_note text, new_reason text, new_version int,
    passed_person uuid, passed_name text, new_at timestamptz, changed boolean, now_answered int, now_required int, now_standing jsonb, of_version uuid, check_it boolean, came text, passed_way text)
  returns setof uuid language plpgsql volatile security definer set search_path = '' as $$
  declare
    link app.guest_link := app.held_guest_link(question);
    label text := app.guest_label(link);
    counted app.submission;
  begin
    update app.submission s
    set state = case s.state when 'not-started' then 'in-progress' else s.state end, version = s.version + 1, answered = now_answered, required = now_required, standing = now_standing,
      started_at = coalesce(s.started_at, new_at), last_saved_at = new_at
    where s.partnership_id = link.partnership_id and s.id = link.submission_id and s.id = wanted and s.version = seen and s.template_version_id = of_version
      and s.state in ('not-started', 'in-progress', 'reopened') and s.disposed_on is null
    returning * into counted;
    if not found then return; end if;
    if new_version = 1 then
      insert into app.answer (partnership_id, submission_id, question_id, organisation_id, level, value, note, na_reason, version, updated_by, updated_by_name, updated_at, to_check, carried, by_guest)
      values (counted.partnership_id, counted.id, question, counted.organisation_id, new_level, new_value, new_note, new_reason, 1, link.id, label, new_at, true, came, true);
    else
      update app.answer a set level = new_level, value = new_value, note = new_note, na_reason = new_reason, version = new_version, updated_by = link.id, updated_by_name = label,
        updated_at = new_at, to_check = true, carried = came, by_guest = true
      where a.partnership_id = counted.partnership_id and a.submission_id = counted.id and a.question_id = question;
    end if;
    insert into app.answer_event (partnership_id, operation_id, submission_id, question_id, organisation_id, outcome, version, level, value, note, na_reason, by_person, by_name, at, questions_changed, by_guest)
    values (counted.partnership_id, operation, counted.id, question, counted.organisation_id, 'saved', new_version, new_level, new_value, new_note, new_reason, link.id, label, new_at, changed, true);
    return next counted.id;
  end $$;

  create function app.keep_for_guest(passed_partnership uuid, operation uuid, wanted uuid, question uuid, passed_organisation uuid, new_level text, new_value jsonb, new_note text,
    new_reason text, meant int, passed_person uuid, passed_name text, new_at timestamptz)
  returns void language plpgsql volatile security definer set search_path = '' as $$
  declare link app.guest_link := app.held_guest_link(question);
  begin
    insert into app.answer_event (partnership_id, operation_id, submission_id, question_id, organisation_id, outcome, level, value, note, na_reason, version, by_person, by_name, at, by_guest)
    select s.partnership_id, operation, s.id, question, s.organisation_id, 'conflict', new_level, new_value, new_note, new_reason, meant, link.id, app.guest_label(link), new_at, true
    from app.submission s where s.partnership_id = link.partnership_id and s.id = link.submission_id and s.id = wanted;
  end $$;

  -- as in migration 0006, and of a guest in the partnership of their link
  create or replace function app.record(action text, route text, thing_kind text, thing uuid, organisation uuid, outcome text, detail jsonb)
  returns void language plpgsql volatile security definer set search_path = '' as $$
  declare
    ctx text[] := app.context();
    link app.guest_link;
  begin
    if ctx is null then raise exception 'nothing is recorded without a caller' using errcode = '42501'; end if;
    if ctx[1]::uuid = ${NOWHERE}::uuid then
      select * into link from app.guest_link l where l.id = ctx[2]::uuid;
      if found then perform app.append_event(link.partnership_id, link.id, link.name || ' (guest)', null, action, route, thing_kind, thing, organisation, outcome, detail); end if;
      return;
    end if;
    perform app.append_event(ctx[1]::uuid, ctx[2]::uuid,
      coalesce((select p.name from app.person p where p.id = ctx[2]::uuid), 'Somebody unknown'),
      ctx[3]::uuid, action, route, thing_kind, thing, organisation, outcome, detail);
  end $$;
`;

/** What becomes of a guest's name, which is that of somebody without an account, and of whoever gave them a link. */
export const FORGETTING = `
  create function app.rename_guest(link app.guest_link) returns void language plpgsql volatile security definer set search_path = '' as $$
  begin
    update app.answer a set updated_by_name = app.guest_label(link) where a.partnership_id = link.partnership_id and a.updated_by = link.id;
    update app.answer_event e set by_name = app.guest_label(link) where e.partnership_id = link.partnership_id and e.by_person = link.id;
  end $$;

  -- wherever it stands: with the link, beside answers, in messages and in the trail
  create function app.erase_guest(wanted app.guest_link, label text) returns void language plpgsql volatile security definer set search_path = '' as $$
  declare link app.guest_link;
  begin
    update app.guest_link l set name = label, email = '', note = '', revoked_at = coalesce(l.revoked_at, now()), forgotten_at = now()
    where l.partnership_id = wanted.partnership_id and l.id = wanted.id returning * into link;
    perform app.rename_guest(link);
    delete from app.mail m where m.partnership_id = wanted.partnership_id and lower(m.address) = lower(wanted.email) and m.about = wanted.id;
    update app.audit_event e set actor_digest = sha256(e.actor_salt || pg_catalog.convert_to(e.actor_label, 'UTF8')), actor_salt = null, actor_label = 'Name erased'
    where e.partnership_id = wanted.partnership_id and e.person_id = wanted.id and e.actor_salt is not null;
  end $$;

  -- a guest who asks to be forgotten asks whoever gave them the link, or a colleague of theirs
  create function app.forget_guest(wanted uuid, label text) returns boolean language plpgsql volatile security definer set search_path = '' as $$
  declare link app.guest_link;
  begin
    select * into link from app.guest_link l where l.partnership_id = app.partnership() and l.id = wanted and l.organisation_id = any(app.answering_organisations()) for update;
    if not found then return false; end if;
    perform app.erase_guest(link, label);
    return true;
  end $$;

  create function app.forget_in_guests() returns trigger language plpgsql volatile security definer set search_path = '' as $$
  declare link app.guest_link;
  begin
    for link in select l.* from app.guest_link l join app.person p on p.id = new.person_id
      where l.partnership_id = new.partnership_id and lower(l.email) = lower(p.email) loop
      perform app.erase_guest(link, new.label);
    end loop;
    for link in update app.guest_link l set given_by_name = new.label where l.partnership_id = new.partnership_id and l.given_by = new.person_id returning l.* loop
      perform app.rename_guest(link);
    end loop;
    update app.guest_link l set revoked_by_name = new.label where l.partnership_id = new.partnership_id and l.revoked_by = new.person_id;
    return null;
  end $$;

  create function app.dispose_guests() returns trigger language plpgsql volatile security definer set search_path = '' as $$
  declare link app.guest_link;
  begin
    for link in select * from app.guest_link l where l.partnership_id = new.partnership_id and l.submission_id = new.id loop
      perform app.erase_guest(link, 'Former guest');
    end loop;
    delete from app.guest_link l where l.partnership_id = new.partnership_id and l.submission_id = new.id;
    return null;
  end $$;

  create function app.my_records_of_guests() returns jsonb language plpgsql stable security definer set search_path = '' as $$
  declare
    me uuid := (app.context())[2]::uuid;
    own_address text := (select p.email from app.person p where p.id = me);
  begin
    return jsonb_build_object('guestLinks', (
      select jsonb_agg(jsonb_build_object('organisation', o.name, 'givenAt', l.given_at, 'until', l.until_on, 'usedAt', l.used_at, 'questions', cardinality(l.question_ids),
        'givenByYou', l.given_by = me, 'toYou', lower(l.email) = lower(own_address), 'note', l.note) order by l.given_at, l.id)
      from app.guest_link l join app.organisation o on o.id = l.organisation_id where l.given_by = me or lower(l.email) = lower(own_address)));
  end $$;
`;
