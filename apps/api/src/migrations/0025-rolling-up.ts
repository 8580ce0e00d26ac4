/**
 * The functions of migration 0025 that keep `return_rollup`. What stands in it are facts alone, one character for each: which of them
 * count, and in what, is for `domain/rollup` and `domain/measures` to say.
 */
export const ROLLING_UP = `
  -- an answer's value in which nothing is said: isBlankValue of domain/questionnaire
  create function app.says_nothing(value jsonb) returns boolean language plpgsql immutable set search_path = '' as $$
  declare
    -- what JavaScript trims
    blank text := '^[\\u0009-\\u000d\\u0020\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff]*$';
    texts text[];
  begin
    case coalesce(jsonb_typeof(value), 'null')
      when 'null' then return true;
      when 'string' then return value #>> '{}' ~ blank;
      when 'array' then
        if exists (select from jsonb_array_elements(value) one where jsonb_typeof(one) <> 'object' or jsonb_typeof(one -> 'title') is distinct from 'string' or jsonb_typeof(one -> 'where') is distinct from 'string') then return false; end if;
        select array_agg(text) into texts from jsonb_array_elements(value) one, unnest(array[one ->> 'title', one ->> 'where']) text;
      when 'object' then
        if jsonb_typeof(value -> 'cells') = 'object' then
          if exists (select from jsonb_each(value -> 'cells') line where jsonb_typeof(line.value) <> 'object') then return false; end if;
          if exists (select from jsonb_each(value -> 'cells') line, jsonb_each(line.value) cell where jsonb_typeof(cell.value) <> 'string') then return false; end if;
          select array_agg(cell.value) into texts from jsonb_each(value -> 'cells') line, jsonb_each_text(line.value) cell;
        elsif jsonb_typeof(value -> 'name') = 'string' and jsonb_typeof(value -> 'role') = 'string' then
          texts := array[value ->> 'name', value ->> 'role', coalesce(value ->> 'email', '')];
        else return false;
        end if;
      else return false;
    end case;
    return not exists (select from unnest(texts) text where text !~ blank);
  end $$;

  -- the planner knows nothing yet of a partnership that is new, and would go through all of it for each answer: read once, and joined by hash
  create function app.roll_up(pid uuid, which uuid[]) returns void language plpgsql volatile security definer set search_path = '' set enable_nestloop = off as $$
  begin
    -- one after the other, and each sees what the one before it wrote: the statement below begins when this one has its locks
    perform from app.return_rollup u where u.partnership_id = pid and u.submission_id = any(which) order by u.submission_id for update;
    with wanted as materialized (
      select s.id, s.round_id, s.round_member_id, s.organisation_id, s.evidence, case when s.state in ('submitted', 'accepted') then s.template_version_id end as version_id
      from app.submission s where s.partnership_id = pid and s.id = any(which)),
    -- taken apart once: a manifest is long, and is unpacked each time it is looked into
    edition as materialized (
      select v.id, v.manifest -> 'scales' as scales, v.manifest -> 'sections' as sections, v.manifest -> 'scoring' ->> 'resultScale' as scale
      from app.template_version v where v.partnership_id = pid and v.id in (select w.version_id from wanted w)),
    level as materialized (
      select e.id as version_id, its.content ->> 'key' as scale, one.level ->> 'key' as level, chr(64 + one.place::int) as sign
      from edition e, jsonb_array_elements(e.scales) its (content), jsonb_array_elements(its.content -> 'levels') with ordinality one (level, place)),
    section as materialized (
      select e.id as version_id, e.scale, s.content ->> 'key' as key, s.content -> 'questions' as questions, s.place
      from edition e, jsonb_array_elements(e.sections) with ordinality s (content, place)),
    standard as materialized (select version_id, scale, key, place from section union all select id, scale, '', 10000 from edition),
    decisive as materialized (
      select distinct e.id as version_id, tested #>> '{}' as key from edition e, jsonb_path_query(e.sections, 'lax $[*].questions[*].showIf.**.question') tested),
    asked as materialized (
      select s.version_id, one.content ->> 'key' as key, one.content ->> 'scale' as scale, one.content ->> 'type' as type, s.place * 10000 + one.place as place
      from section s, jsonb_array_elements(s.questions) with ordinality one (content, place)),
    question as materialized (
      select a.version_id, q.id, a.key, a.scale, a.type, a.place, d.key is not null as decisive
      from asked a join app.question q on q.partnership_id = pid and q.template_version_id = a.version_id and q.key = a.key
      left join decisive d on d.version_id = a.version_id and d.key = a.key),
    given as materialized (select a.submission_id, a.question_id, a.level, a.value, a.na_reason, a.to_check from app.answer a where a.partnership_id = pid and a.submission_id = any(which)),
    scored as materialized (select r.submission_id, r.section_key, r.layer, r.level, r.trace is null as fell_away from app.rating r where r.partnership_id = pid and r.submission_id = any(which)),
    said as (
      select w.id,
        string_agg(case
          when a.to_check then '.'
          when a.na_reason is not null then '-'
          when q.type = 'level' then coalesce(l.sign, '.')
          -- where evidence is the answer, whoever shows some has answered
          when q.type = 'evidence' and w.evidence ? q.id::text then '+'
          when a.submission_id is null then '.'
          when a.level is not null or not app.says_nothing(a.value) then '+'
          else '.' end, '' order by q.place) as answers,
        jsonb_agg(jsonb_build_array(q.key, a.level, a.value, a.na_reason is not null) order by q.place) filter (where q.decisive and not a.to_check) as decisive
      from wanted w join question q on q.version_id = w.version_id
      left join given a on a.submission_id = w.id and a.question_id = q.id
      left join level l on l.version_id = q.version_id and l.scale = q.scale and l.level = a.level
      group by w.id),
    rated as (
      select w.id,
        string_agg(case when own.submission_id is null then ' ' when own.level is null and own.fell_away then '.' else coalesce(l.sign, '-') end, '' order by d.place) as self,
        string_agg(case when theirs.submission_id is null then ' ' else coalesce(m.sign, '-') end, '' order by d.place) as moderated
      from wanted w join standard d on d.version_id = w.version_id
      left join scored own on own.submission_id = w.id and own.section_key = d.key and own.layer = 'self'
      left join scored theirs on theirs.submission_id = w.id and theirs.section_key = d.key and theirs.layer = 'moderated'
      left join level l on l.version_id = d.version_id and l.scale = d.scale and l.level = own.level
      left join level m on m.version_id = d.version_id and m.scale = d.scale and m.level = theirs.level
      group by w.id)
    insert into app.return_rollup as u (partnership_id, submission_id, round_id, round_member_id, organisation_id, template_version_id, self, moderated, answers, decisive)
    select pid, w.id, w.round_id, w.round_member_id, w.organisation_id, w.version_id, coalesce(r.self, ''), coalesce(r.moderated, ''), coalesce(s.answers, ''), coalesce(s.decisive, '[]')
    from wanted w left join said s on s.id = w.id left join rated r on r.id = w.id
    on conflict (partnership_id, submission_id) do update
      set template_version_id = excluded.template_version_id, self = excluded.self, moderated = excluded.moderated, answers = excluded.answers, decisive = excluded.decisive
      where (u.template_version_id, u.self, u.moderated, u.answers, u.decisive) is distinct from (excluded.template_version_id, excluded.self, excluded.moderated, excluded.answers, excluded.decisive);
  end $$;

  create function app.roll_up_new() returns trigger language plpgsql volatile security definer set search_path = '' as $$
  declare pid uuid;
  begin
    for pid in select distinct c.partnership_id from changed c loop
      perform app.roll_up(pid, array(select c.id from changed c where c.partnership_id = pid));
    end loop;
    return null;
  end $$;

  create function app.roll_up_return() returns trigger language plpgsql volatile security definer set search_path = '' as $$
  begin
    perform app.roll_up(new.partnership_id, array[new.id]);
    return null;
  end $$;

  -- of answers and ratings; what has not been handed in is rolled up when it is
  create function app.roll_up_changed() returns trigger language plpgsql volatile security definer set search_path = '' as $$
  declare pid uuid;
  begin
    for pid in select distinct c.partnership_id from changed c loop
      perform app.roll_up(pid, array(select u.submission_id from app.return_rollup u
        where u.partnership_id = pid and u.template_version_id is not null and u.submission_id in (select c.submission_id from changed c where c.partnership_id = pid)));
    end loop;
    return null;
  end $$;
  revoke all on function app.says_nothing(jsonb), app.roll_up(uuid, uuid[]), app.roll_up_new(), app.roll_up_return(), app.roll_up_changed() from public;
  grant execute on function app.roll_up_new(), app.roll_up_return(), app.roll_up_changed() to attest_owner;
`;
