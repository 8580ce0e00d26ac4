/** The functions of migration 0013 that say what is due and delete it. Which days are due is worked out in `domain/records`. */
export const DISPOSING = `
  create function app.holds_everything() returns boolean language plpgsql stable security definer set search_path = '' as $$
  begin
    return exists (select from app.legal_hold h where h.partnership_id = app.partnership() and h.lifted_at is null and h.on_organisation_id is null and h.on_round_id is null);
  end $$;
  revoke all on function app.holds_everything() from public;

  -- of whom nothing is left but what they did: every role here ended on that day or before
  create function app.due_people(until date) returns table (person_id uuid, role text, left_at timestamptz)
  language plpgsql stable security definer set search_path = '' as $$
  declare pid uuid := app.partnership();
  begin
    if not app.holds_role('business-unit') then raise exception 'only the business unit disposes' using errcode = '42501'; end if;
    return query
      select m.person_id, (array_agg(m.role order by m.ended_at desc))[1], max(m.ended_at)
      from app.membership m
      where m.partnership_id = pid and not exists (select from app.erasure e where e.partnership_id = pid and e.person_id = m.person_id and e.state = 'done')
      group by m.person_id having bool_and(m.ended_at is not null) and max(m.ended_at)::date <= until and not app.holds_person(m.person_id);
  end $$;

  -- everything but returns and people, by kind
  create function app.due_records(cut_offs jsonb) returns table (kind text, due bigint, oldest timestamptz, newest timestamptz)
  language plpgsql stable security definer set search_path = '' as $$
  declare pid uuid := app.partnership();
  begin
    if not app.holds_role('business-unit') then raise exception 'only the business unit disposes' using errcode = '42501'; end if;
    return query
      with found (kind, at) as (
        select 'imports', i.uploaded_at from app.register_import i where i.partnership_id = pid and i.uploaded_at::date <= (cut_offs ->> 'imports')::date
        union all select 'mail', m.created_at from app.mail m where m.partnership_id = pid and m.created_at::date <= (cut_offs ->> 'mail')::date
        union all select 'invitations', v.at from app.invitation i, lateral (select coalesce(i.accepted_at, i.withdrawn_at, i.expires_at) as at) v
          where i.partnership_id = pid and v.at::date <= (cut_offs ->> 'invitations')::date and i.email <> ''
        union all select 'signIn', s.expires_at from app.session s where s.partnership_id = pid and s.expires_at::date <= (cut_offs ->> 'signIn')::date
        union all select 'signIn', r.expires_at from app.password_reset r where r.expires_at::date <= (cut_offs ->> 'signIn')::date
          and exists (select from app.membership m where m.partnership_id = pid and m.person_id = r.person_id)
        union all select 'trail', e.at from app.audit_event e where e.partnership_id = pid and e.actor_salt is not null and e.at::date <= (cut_offs ->> 'trail')::date)
      select f.kind, count(*), min(f.at), max(f.at) from found f group by f.kind;
  end $$;

  -- whoever calls the functions below must be carrying out a disposal that was asked for and previewed
  create function app.cut_off(of_disposal uuid, of_kind text) returns date language plpgsql stable security definer set search_path = '' as $$
  declare d app.disposal;
  begin
    select * into d from app.disposal where partnership_id = app.partnership() and id = of_disposal and state = 'running';
    if d.id is null or not app.holds_role('business-unit') then raise exception 'nobody asked for this disposal' using errcode = '42501'; end if;
    if app.holds_everything() then raise exception 'everything is held' using errcode = '42501'; end if;
    return (d.cut_offs ->> of_kind)::date;
  end $$;
  revoke all on function app.cut_off(uuid, text) from public;

  -- what stays says who returned when, and the hash of what was signed. A hold placed since the preview still counts
  create function app.dispose_returns(of_disposal uuid, which uuid[]) returns int language plpgsql volatile security definer set search_path = '' as $$
  declare
    pid uuid := app.partnership();
    until date := app.cut_off(of_disposal, 'returns');
    due uuid[];
  begin
    select array_agg(s.id) into due from app.submission s join app.round r on r.partnership_id = s.partnership_id and r.id = s.round_id
    where s.partnership_id = pid and s.id = any(which) and s.disposed_on is null and r.final_on <= until and not exists (
      select from app.legal_hold h where h.partnership_id = pid and h.lifted_at is null
        and coalesce(h.on_organisation_id, s.organisation_id) = s.organisation_id and coalesce(h.on_round_id, s.round_id) = s.round_id);
    delete from app.answer_event e where e.partnership_id = pid and e.submission_id = any(due);
    delete from app.answer a where a.partnership_id = pid and a.submission_id = any(due);
    delete from app.rating r where r.partnership_id = pid and r.submission_id = any(due);
    update app.submission_snapshot n set content = '', signed_name = '', signed_role = '' where n.partnership_id = pid and n.submission_id = any(due);
    update app.submission s set disposed_on = d.as_of, standing = null
    from app.disposal d where d.partnership_id = pid and d.id = of_disposal and s.partnership_id = pid and s.id = any(due);
    return coalesce(cardinality(due), 0);
  end $$;

  -- at most so many; 0 when nothing is left. The end of a chain stays, and so does every event: only names go
  create function app.dispose_records(of_disposal uuid, of_kind text, most int) returns int language plpgsql volatile security definer set search_path = '' as $$
  declare
    pid uuid := app.partnership();
    until date := app.cut_off(of_disposal, of_kind);
    gone int := 0;
  begin
    case of_kind
      when 'imports' then
        delete from app.register_import i using (select x.id from app.register_import x where x.partnership_id = pid and x.uploaded_at::date <= until limit most) due
        where i.partnership_id = pid and i.id = due.id;
      when 'mail' then
        delete from app.mail m using (select x.id from app.mail x where x.partnership_id = pid and x.created_at::date <= until limit most) due where m.id = due.id;
      when 'invitations' then
        -- roles point at theirs: the row stays without name and address, and nobody can accept it
        update app.invitation i set email = '', name = '', withdrawn_at = case when i.accepted_at is null then coalesce(i.withdrawn_at, now()) end
        from (select x.id from app.invitation x where x.partnership_id = pid and coalesce(x.accepted_at, x.withdrawn_at, x.expires_at)::date <= until and x.email <> '' limit most) due
        where i.partnership_id = pid and i.id = due.id;
      when 'signIn' then
        delete from app.session s using (select x.id from app.session x where x.partnership_id = pid and x.expires_at::date <= until limit most) due where s.id = due.id;
        get diagnostics gone = row_count;
        delete from app.password_reset r using (select x.token_hash from app.password_reset x where x.expires_at::date <= until
          and exists (select from app.membership m where m.partnership_id = pid and m.person_id = x.person_id) limit most) due where r.token_hash = due.token_hash;
      when 'trail' then
        update app.audit_event e set actor_digest = sha256(e.actor_salt || pg_catalog.convert_to(e.actor_label, 'UTF8')), actor_salt = null, actor_label = 'Name erased'
        from (select x.seq from app.audit_event x where x.partnership_id = pid and x.actor_salt is not null and x.at::date <= until limit most) due
        where e.partnership_id = pid and e.seq = due.seq;
    end case;
    declare further int; begin
      get diagnostics further = row_count;
      return gone + further;
    end;
  end $$;

  create function app.dispose_person(of_disposal uuid, person uuid, new_label text) returns boolean language plpgsql volatile security definer set search_path = '' as $$
  begin
    if not exists (select from app.due_people(app.cut_off(of_disposal, 'people')) d where d.person_id = person) then return false; end if;
    insert into app.erasure (partnership_id, id, person_id, state, label, decided_at) values (app.partnership(), gen_random_uuid(), person, 'done', new_label, now());
    perform app.erase_here(person, new_label);
    return true;
  end $$;

  -- a job has nobody who calls it: it works for whoever asked, for as long as they are of the business unit
  create function app.record_asker(thing uuid) returns table (partnership_id uuid, person_id uuid, name text)
  language plpgsql stable security definer set search_path = '' as $$
  begin
    return query
      select a.partnership_id, a.asked_by, p.name
      from (select d.partnership_id, d.asked_by from app.disposal d where d.id = thing and d.state in ('waiting', 'running')
        union all select e.partnership_id, e.asked_by from app.record_export e where e.id = thing and e.state in ('waiting', 'running')) a
      join app.person p on p.id = a.asked_by and p.deactivated_at is null
      where exists (select from app.membership m where m.partnership_id = a.partnership_id and m.person_id = a.asked_by
        and m.organisation_id is null and m.role = 'business-unit' and m.ended_at is null);
  end $$;

  -- by a job: what failed for good or has nobody to work for can be asked for again, and a copy whose days are over is deleted
  create function app.end_record_work(which uuid, by_when timestamptz) returns void language plpgsql volatile security definer set search_path = '' as $$
  declare e app.record_export;
  begin
    update app.record_export x set state = case when x.state = 'ready' then 'expired' else 'failed' end, finished_at = coalesce(x.finished_at, by_when)
    where x.id = which and (x.state in ('waiting', 'running') or x.state = 'ready' and x.expires_at <= by_when) returning * into e;
    update app.disposal d set state = 'failed', finished_at = by_when where d.id = which and d.state in ('waiting', 'running');
    delete from app.export_file f where f.partnership_id = e.partnership_id and f.export_id = e.id;
  end $$;
`;
