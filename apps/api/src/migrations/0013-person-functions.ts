/** The functions of migration 0013 that forget a person. */
export const ERASING = `
  -- in every partnership they have or had a role in: each decides for itself
  create function app.ask_erasure() returns int language plpgsql volatile security definer set search_path = '' as $$
  declare
    me uuid := (app.context())[2]::uuid;
    asked int;
  begin
    -- everybody who tries Attest out shares these
    if exists (select from app.person p where p.id = me and p.demonstration) then return null; end if;
    insert into app.erasure (partnership_id, id, person_id)
    select m.partnership_id, gen_random_uuid(), me from (select distinct x.partnership_id from app.membership x where x.person_id = me) m
    where not exists (select from app.erasure e where e.partnership_id = m.partnership_id and e.person_id = me and e.state in ('waiting', 'done'))
    on conflict do nothing;
    get diagnostics asked = row_count;
    return asked;
  end $$;

  create function app.my_erasures() returns table (partnership_name text, asked_at timestamptz, state text, reason text, decided_at timestamptz)
  language plpgsql stable security definer set search_path = '' as $$
  begin
    return query select p.name, e.asked_at, e.state, e.reason, e.decided_at from app.erasure e join app.partnership p on p.id = e.partnership_id
      where e.person_id = (app.context())[2]::uuid order by e.asked_at desc, p.name;
  end $$;

  create function app.erasure_requests()
  returns table (id uuid, person_id uuid, name text, email text, role text, asked_at timestamptz, state text, reason text, decided_by_name text, decided_at timestamptz)
  language plpgsql stable security definer set search_path = '' as $$
  begin
    if not app.holds_role('business-unit') then return; end if;
    return query select e.id, e.person_id, coalesce(e.label, p.name), case when e.state = 'done' then null else p.email end,
        (select m.role from app.membership m where m.partnership_id = e.partnership_id and m.person_id = e.person_id order by m.ended_at desc nulls first, m.since desc limit 1),
        e.asked_at, e.state, e.reason, e.decided_by_name, e.decided_at
      from app.erasure e join app.person p on p.id = e.person_id
      where e.partnership_id = app.partnership() order by (e.state = 'waiting') desc, e.asked_at desc, e.id;
  end $$;

  -- the names somebody has gone by here: people rename themselves, and what they wrote keeps the name they had
  create function app.names_of(person uuid) returns text[] language plpgsql stable security definer set search_path = '' as $$
  declare pid uuid := app.partnership();
  begin
    return array(
      select p.name from app.person p where p.id = person
      union select e.actor_label from app.audit_event e where e.partnership_id = pid and e.person_id = person and e.actor_salt is not null
      union select e.by_name from app.answer_event e where e.partnership_id = pid and e.by_person = person);
  end $$;

  -- how many rows of each table name them, and how many partnerships they have a role in besides this one
  create function app.erasure_preview(request uuid) returns table (named text, count bigint) language plpgsql stable security definer set search_path = '' as $$
  declare
    pid uuid := app.partnership();
    who uuid;
    own_address text;
  begin
    if not app.holds_role('business-unit') then return; end if;
    select e.person_id, p.email into who, own_address from app.erasure e join app.person p on p.id = e.person_id where e.partnership_id = pid and e.id = request;
    return query
      select 'answer', count(*) from app.answer a where a.partnership_id = pid and a.updated_by = who
      union all select 'answer_event', count(*) from app.answer_event a where a.partnership_id = pid and a.by_person = who
      union all select 'submission_snapshot', count(*) from app.submission_snapshot s where s.partnership_id = pid and s.signed_by = who
      union all select 'audit_event', count(*) from app.audit_event e where e.partnership_id = pid and e.person_id = who and e.actor_salt is not null
      union all select 'invitation', count(*) from app.invitation i where i.partnership_id = pid and (lower(i.email) = lower(own_address) or i.accepted_by = who or i.invited_by = who)
      union all select 'mail', count(*) from app.mail m where m.partnership_id = pid and lower(m.address) = lower(own_address)
      union all select 'session', count(*) from app.session s where s.partnership_id = pid and s.person_id = who
      union all select 'membership', count(*) from app.membership m where m.partnership_id = pid and m.person_id = who
      union all select 'elsewhere', count(distinct m.partnership_id) from app.membership m where m.partnership_id <> pid and m.person_id = who and m.ended_at is null;
  end $$;

  -- the last of the business unit hands over first, and nobody decides about themselves
  create function app.erase(request uuid, wanted text) returns text language plpgsql volatile security definer set search_path = '' as $$
  declare
    ctx text[] := app.context();
    r app.erasure;
  begin
    if not app.holds_role('business-unit') then raise exception 'only the business unit erases people' using errcode = '42501'; end if;
    select * into r from app.erasure e where e.partnership_id = ctx[1]::uuid and e.id = request for update;
    if r.id is null then return 'not-found'; end if;
    if r.state <> 'waiting' then return 'decided'; end if;
    if r.person_id = ctx[2]::uuid then return 'own'; end if;
    if app.holds_person(r.person_id) then return 'held'; end if;
    update app.erasure e set state = 'done', label = wanted, decided_by = ctx[2]::uuid, decided_at = now(),
      decided_by_name = (select p.name from app.person p where p.id = ctx[2]::uuid)
    where e.partnership_id = r.partnership_id and e.id = r.id;
    perform app.erase_here(r.person_id, wanted);
    return 'done';
  end $$;

  -- while a hold is on everything, or on an organisation they had a role in
  create function app.holds_person(who uuid) returns boolean language plpgsql stable security definer set search_path = '' as $$
  begin
    return app.holds_everything() or exists (select from app.legal_hold h join app.membership m on m.partnership_id = h.partnership_id and m.organisation_id = h.on_organisation_id
      where h.partnership_id = app.partnership() and h.lifted_at is null and m.person_id = who);
  end $$;
  revoke all on function app.holds_person(uuid) from public;

  -- everywhere a name was copied to, in this partnership; and the person themselves once no partnership is left to decide
  create function app.erase_here(who uuid, new_label text) returns void language plpgsql volatile security definer set search_path = '' as $$
  declare
    pid uuid := app.partnership();
    own_address text := (select p.email from app.person p where p.id = who);
    names text[] := app.names_of(who);
  begin
    update app.answer set updated_by_name = new_label where partnership_id = pid and updated_by = who;
    update app.answer_event set by_name = new_label where partnership_id = pid and by_person = who;
    update app.submission_snapshot set signed_name = new_label where partnership_id = pid and signed_by = who and signed_name <> '';
    update app.register_import set uploaded_by = new_label where partnership_id = pid and (uploaded_by_id = who or uploaded_by_id is null and uploaded_by = any(names));
    update app.register_import set applied_by = new_label where partnership_id = pid and (applied_by_id = who or applied_by_id is null and applied_by = any(names));
    update app.template_version set changed_by = new_label where partnership_id = pid and changed_by = any(names);
    update app.template_edit set person_name = new_label where partnership_id = pid and person_id = who;
    update app.retention_period set changed_by_name = new_label where partnership_id = pid and changed_by = who;
    update app.legal_hold set placed_by_name = new_label where partnership_id = pid and placed_by = who;
    update app.legal_hold set lifted_by_name = new_label where partnership_id = pid and lifted_by = who;
    update app.disposal set asked_by_name = new_label where partnership_id = pid and asked_by = who;
    update app.record_export set asked_by_name = new_label where partnership_id = pid and asked_by = who;
    update app.export_download set by_name = new_label where partnership_id = pid and by_person = who;
    update app.erasure set decided_by_name = new_label where partnership_id = pid and decided_by = who;
    -- a copy of everything names them
    delete from app.export_file f where f.partnership_id = pid;
    update app.record_export set state = 'expired' where partnership_id = pid and state = 'ready';
    update app.invitation set invited_by_name = new_label where partnership_id = pid and invited_by = who;
    update app.invitation i set email = '', name = '', withdrawn_at = case when i.accepted_at is null then coalesce(i.withdrawn_at, now()) end
    where i.partnership_id = pid and (lower(i.email) = lower(own_address) or i.accepted_by = who);
    update app.membership m set invited_by = new_label from app.invitation i
    where m.partnership_id = pid and i.partnership_id = pid and i.id = m.invitation_id and i.invited_by = who;
    update app.membership m set invited_by = new_label where m.partnership_id = pid and m.invitation_id is null and m.invited_by = any(names);
    update app.access_review set confirmed_by_name = new_label where partnership_id = pid and confirmed_by = who;
    update app.access_review r set people = (
      select jsonb_agg(case when lower(one ->> 'email') = lower(own_address) then one || jsonb_build_object('name', new_label, 'email', '') else one end order by place)
      from jsonb_array_elements(r.people) with ordinality as listed (one, place))
    where r.partnership_id = pid and exists (
      select from jsonb_array_elements(r.people) as listed (one) where lower(one ->> 'email') = lower(own_address));
    delete from app.mail where partnership_id = pid and lower(mail.address) = lower(own_address);
    update app.membership m set ended_at = now() where m.partnership_id = pid and m.person_id = who and m.ended_at is null;
    delete from app.session s where s.person_id = who and s.partnership_id = pid;
    update app.audit_event e set actor_digest = sha256(e.actor_salt || pg_catalog.convert_to(e.actor_label, 'UTF8')), actor_salt = null, actor_label = 'Name erased'
    where e.partnership_id = pid and e.person_id = who and e.actor_salt is not null;
    if not exists (select from app.membership m where m.person_id = who and m.ended_at is null)
      and not exists (select from app.erasure e where e.person_id = who and e.state = 'waiting') then
      perform app.close_account(who, new_label);
    end if;
  end $$;

  create function app.close_account(who uuid, new_label text) returns void language plpgsql volatile security definer set search_path = '' as $$
  begin
    delete from app.mail m using app.person p where p.id = who and m.partnership_id is null and lower(m.address) = lower(p.email);
    delete from app.session s where s.person_id = who;
    delete from app.passkey k where k.person_id = who;
    delete from app.identity i where i.person_id = who;
    delete from app.authenticator a where a.person_id = who;
    delete from app.recovery_code c where c.person_id = who;
    delete from app.password_reset r where r.person_id = who;
    update app.person p set name = new_label, email = who || '@erased.invalid', password_hash = null, deactivated_at = coalesce(p.deactivated_at, now()), erased_at = now() where p.id = who;
  end $$;
  revoke all on function app.close_account(uuid, text), app.names_of(uuid) from public;
`;

/** What a person may have of themselves, and what a partnership may have of its people. */
export const OWN_RECORDS = `
  create function app.my_records() returns jsonb language plpgsql stable security definer set search_path = '' as $$
  declare
    me uuid := (app.context())[2]::uuid;
    own_address text := (select p.email from app.person p where p.id = me);
  begin
    return jsonb_build_object(
      'account', (select jsonb_build_array(jsonb_build_object('id', p.id, 'name', p.name, 'email', p.email, 'deactivatedAt', p.deactivated_at)) from app.person p where p.id = me),
      'roles', (select jsonb_agg(jsonb_build_object('partnership', p.name, 'organisation', o.name, 'role', m.role, 'since', m.since, 'until', m.ended_at, 'invitedBy', m.invited_by) order by m.since, m.id)
        from app.membership m join app.partnership p on p.id = m.partnership_id left join app.organisation o on o.id = m.organisation_id where m.person_id = me),
      'sessions', (select jsonb_agg(jsonb_build_object('startedAt', s.started_at, 'lastSeenAt', s.seen_at, 'browser', s.browser, 'way', s.way) order by s.started_at) from app.session s where s.person_id = me),
      'secondFactors', (select jsonb_agg(x.what order by x.since) from (
        select jsonb_build_object('kind', 'authenticator app', 'since', a.confirmed_at) as what, a.confirmed_at as since from app.authenticator a where a.person_id = me
        union all select jsonb_build_object('kind', 'passkey', 'name', k.name, 'since', k.added_at, 'usedAt', k.used_at), k.added_at from app.passkey k where k.person_id = me) x),
      'linkedAccounts', (select jsonb_agg(jsonb_build_object('provider', i.provider, 'name', i.label, 'issuer', i.issuer, 'subject', i.subject, 'linkedAt', i.linked_at, 'usedAt', i.used_at) order by i.linked_at) from app.identity i where i.person_id = me),
      'passwordResets', (select jsonb_agg(jsonb_build_object('askedAt', r.asked_at, 'usedAt', r.used_at) order by r.asked_at) from app.password_reset r where r.person_id = me),
      'answers', (select jsonb_agg(jsonb_build_object('round', r.name, 'organisation', o.name, 'question', q.ref, 'at', e.at, 'outcome', e.outcome, 'level', e.level, 'value', e.value, 'note', e.note, 'notApplicable', e.na_reason, 'name', e.by_name) order by e.at, e.operation_id)
        from app.answer_event e join app.question q on q.partnership_id = e.partnership_id and q.id = e.question_id
        join app.submission s on s.partnership_id = e.partnership_id and s.id = e.submission_id
        join app.round r on r.partnership_id = s.partnership_id and r.id = s.round_id join app.organisation o on o.id = e.organisation_id where e.by_person = me),
      'signatures', (select jsonb_agg(jsonb_build_object('organisation', o.name, 'at', n.at, 'name', n.signed_name, 'role', n.signed_role, 'declaration', n.declaration, 'sha256', n.sha256) order by n.at)
        from app.submission_snapshot n join app.organisation o on o.id = n.organisation_id where n.signed_by = me),
      'trail', (select jsonb_agg(jsonb_build_object('at', e.at, 'name', e.actor_label, 'action', e.action, 'thing', e.thing_kind, 'outcome', e.outcome) order by e.at, e.seq) from app.audit_event e where e.person_id = me),
      'invitations', (select jsonb_agg(jsonb_build_object('partnership', p.name, 'role', i.role, 'name', case when mine.it then i.name end, 'email', case when mine.it then i.email end,
          'invitedBy', i.invited_by_name, 'invitedAt', i.invited_at, 'acceptedAt', i.accepted_at) order by i.invited_at, i.id)
        from app.invitation i join app.partnership p on p.id = i.partnership_id, lateral (select lower(i.email) = lower(own_address) or i.accepted_by is not distinct from me as it) mine
        -- whom they invited is told by that person's own records
        where mine.it or i.invited_by = me),
      'mail', (select jsonb_agg(jsonb_build_object('subject', m.subject, 'address', m.address, 'writtenAt', m.created_at, 'sentAt', m.sent_at) order by m.created_at, m.id) from app.mail m where lower(m.address) = lower(own_address)),
      'questionnaires', (select jsonb_agg(jsonb_build_object('title', v.title, 'edition', v.edition, 'at', e.at, 'kind', e.kind, 'name', e.person_name) order by e.at, e.seq)
        from app.template_edit e join app.template_version v on v.partnership_id = e.partnership_id and v.id = e.template_version_id where e.person_id = me),
      'register', (select jsonb_agg(jsonb_build_object('file', i.file_name, 'uploadedAt', i.uploaded_at, 'uploadedBy', i.uploaded_by) order by i.uploaded_at) from app.register_import i where i.uploaded_by_id = me or i.applied_by_id = me),
      'records', (select jsonb_agg(x.what order by x.at) from (
        select jsonb_build_object('what', 'Copy of everything', 'at', e.asked_at, 'reason', e.reason, 'name', e.asked_by_name) as what, e.asked_at as at from app.record_export e where e.asked_by = me
        union all select jsonb_build_object('what', 'Download of a copy', 'at', d.at, 'name', d.by_name), d.at from app.export_download d where d.by_person = me
        union all select jsonb_build_object('what', 'Hold placed', 'at', h.placed_at, 'reason', h.reason, 'name', h.placed_by_name), h.placed_at from app.legal_hold h where h.placed_by = me
        union all select jsonb_build_object('what', 'Disposal', 'at', d.asked_at, 'name', d.asked_by_name), d.asked_at from app.disposal d where d.asked_by = me
        union all select jsonb_build_object('what', 'Request to be erased', 'at', e.asked_at, 'state', e.state, 'reason', e.reason), e.asked_at from app.erasure e where e.person_id = me) x),
      'accessReviews', (select jsonb_agg(jsonb_build_object('at', r.confirmed_at, 'organisation', o.name, 'entry', one.entry) order by r.confirmed_at)
        from app.access_review r join app.organisation o on o.id = r.organisation_id, lateral jsonb_array_elements(r.people) as one (entry) where lower(one.entry ->> 'email') = lower(own_address)));
  end $$;

  create function app.exported_people() returns table (id uuid, name text, email text, deactivated_at timestamptz) language plpgsql stable security definer set search_path = '' as $$
  begin
    if not app.holds_role('business-unit') then return; end if;
    return query select p.id, p.name, p.email, p.deactivated_at from app.person p
      where exists (select from app.membership m where m.partnership_id = app.partnership() and m.person_id = p.id) order by p.id;
  end $$;

  create function app.exported_memberships() returns setof app.membership language plpgsql stable security definer set search_path = '' as $$
  begin
    if not app.holds_role('business-unit') then return; end if;
    return query select m.* from app.membership m where m.partnership_id = app.partnership() order by m.id;
  end $$;

  -- never a text: it may let somebody in
  create function app.exported_mail() returns table (id uuid, address text, subject text, created_at timestamptz, attempts int, sent_at timestamptz, failed_at timestamptz, bounced_at timestamptz, reason text)
  language plpgsql stable security definer set search_path = '' as $$
  begin
    if not app.holds_role('business-unit') then return; end if;
    return query select m.id, m.address, m.subject, m.created_at, m.attempts, m.sent_at, m.failed_at, m.bounced_at, m.reason from app.mail m
      where m.partnership_id = app.partnership() order by m.id;
  end $$;
`;
