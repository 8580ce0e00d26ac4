/** The functions of migration 0019 that work with the eyes of attest_scope. */
export const SIGNING_FUNCTIONS = `
  -- where the caller has a role that signs
  create function app.signing_organisations() returns uuid[] language plpgsql stable security definer set search_path = '' as $$
  declare ctx text[] := app.context();
  begin
    return (select array_agg(m.organisation_id) from app.membership m
      where m.partnership_id = ctx[1]::uuid and m.person_id = ctx[2]::uuid and m.ended_at is null and m.organisation_id is not null and m.role in ('lead', 'approver'));
  end $$;
  revoke all on function app.signing_organisations() from public;
  grant execute on function app.signing_organisations() to attest_app;

  -- whom to send a message: of an organisation one belongs to, or without one the people of the partnership with the role
  create function app.people_to_tell(organisation uuid, wanted text[]) returns table (person_id uuid, name text, email text, role text)
  language plpgsql stable security definer set search_path = '' as $$
  begin
    if organisation is not null and not coalesce(organisation = any(app.own_organisations()), false) then return; end if;
    return query
      select p.id, p.name, p.email, m.role from app.membership m join app.person p on p.id = m.person_id and p.deactivated_at is null
      where m.partnership_id = app.partnership() and m.ended_at is null and m.organisation_id is not distinct from organisation and m.role = any(wanted)
      order by m.since, m.id;
  end $$;
  revoke all on function app.people_to_tell(uuid, text[]) from public;
  grant execute on function app.people_to_tell(uuid, text[]) to attest_app;

  -- all that a stranger may learn. What was disposed of keeps the hash that it was signed with, and nothing else
  create function app.receipt_matches(wanted text, hash text) returns boolean language sql stable security definer set search_path = '' as $$
    select exists (select from app.submission s join app.submission_snapshot n on n.partnership_id = s.partnership_id and n.submission_id = s.id
      where s.reference = wanted and n.kind = 'submitted' and n.sha256 = hash
        and (s.disposed_on is not null or encode(sha256(convert_to(n.content, 'UTF8')), 'hex') = hash))
  $$;
  revoke all on function app.receipt_matches(text, text) from public;
  grant execute on function app.receipt_matches(text, text) to attest_app;

  -- as in migration 0004; signed is signed before it is handed in, and of a return that was opened for some answers only those change
  create or replace function app.keep_handed_in() returns trigger language plpgsql security definer set search_path = '' as $$
  declare
    held text;
    open_to uuid[];
  begin
    select s.state, s.reopened_questions into held, open_to from app.submission s where s.partnership_id = new.partnership_id and s.id = new.submission_id;
    if held in ('signing', 'submitted', 'accepted') then
      raise exception 'the answers of a return that was signed or handed in do not change' using errcode = '42501';
    end if;
    if held = 'reopened' and open_to is not null and not new.question_id = any(open_to) then
      raise exception 'this return was opened for other answers' using errcode = '42501';
    end if;
    return null;
  end $$;
`;

/** What the law asks of the new rows: see migration 0013, places of names. */
export const SIGNING_IN_RECORDS = `
  create function app.forget_in_signing() returns trigger language plpgsql volatile security definer set search_path = '' as $$
  begin
    update app.signature set person_name = new.label where partnership_id = new.partnership_id and person_id = new.person_id;
    update app.signature set voided_by_name = new.label where partnership_id = new.partnership_id and voided_by = new.person_id;
    update app.reopening set asked_by_name = new.label where partnership_id = new.partnership_id and asked_by = new.person_id;
    update app.reopening set decided_by_name = new.label where partnership_id = new.partnership_id and decided_by = new.person_id;
    return null;
  end $$;

  -- the snapshot keeps the hash of what was signed: who signed it goes with the text
  create function app.dispose_of_signing() returns trigger language plpgsql volatile security definer set search_path = '' as $$
  begin
    delete from app.signature where partnership_id = new.partnership_id and submission_id = new.id;
    delete from app.reopening where partnership_id = new.partnership_id and submission_id = new.id;
    return null;
  end $$;

  create function app.my_records_of_signing() returns jsonb language plpgsql stable security definer set search_path = '' as $$
  declare me uuid := (app.context())[2]::uuid;
  begin
    return jsonb_build_object(
      -- the snapshot that was made with the last of them is told already
      'signOffs', (select jsonb_agg(jsonb_build_object('organisation', o.name, 'at', s.at, 'name', s.person_name, 'role', s.role, 'declaration', s.declaration, 'sha256', s.sha256, 'voidedAt', s.voided_at) order by s.at, s.id)
        from app.signature s join app.organisation o on o.id = s.organisation_id
        where s.person_id = me and not exists (select from app.submission_snapshot n where n.partnership_id = s.partnership_id and n.submission_id = s.submission_id and n.signed_by = me and n.at = s.at)),
      'reopenings', (select jsonb_agg(jsonb_build_object('organisation', o.name, 'askedAt', r.asked_at, 'askedBy', case when r.asked_by = me then r.asked_by_name end, 'reason', r.reason, 'decidedAt', r.decided_at, 'state', r.state) order by r.asked_at, r.id)
        from app.reopening r join app.organisation o on o.id = r.organisation_id where me in (r.asked_by, r.decided_by)));
  end $$;
  revoke all on function app.forget_in_signing(), app.dispose_of_signing(), app.my_records_of_signing() from public;
  grant execute on function app.forget_in_signing(), app.dispose_of_signing() to attest_owner;

  alter function app.erasure_preview(uuid) rename to erasure_preview_before_signing;
  revoke all on function app.erasure_preview_before_signing(uuid) from attest_app;
  create function app.erasure_preview(request uuid) returns table (named text, count bigint) language plpgsql stable security definer set search_path = '' as $$
  declare
    pid uuid := app.partnership();
    of_person uuid;
  begin
    if not app.holds_role('business-unit') then return; end if;
    select e.person_id into of_person from app.erasure e where e.partnership_id = pid and e.id = request;
    return query
      select p.named, p.count from app.erasure_preview_before_signing(request) p
      union all select 'signature', count(*) from app.signature s where s.partnership_id = pid and of_person in (s.person_id, s.voided_by)
      union all select 'reopening', count(*) from app.reopening r where r.partnership_id = pid and of_person in (r.asked_by, r.decided_by);
  end $$;
  revoke all on function app.erasure_preview(uuid) from public;
  grant execute on function app.erasure_preview(uuid) to attest_app;
`;
