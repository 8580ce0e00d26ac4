/** The functions of migration 0008, by what they are for. `domain/access/giving.ts` says the same rules to screens and services. */

/** Who may give what, and where. */
export const GIVING = `
  create function app.caller_name() returns text language plpgsql stable security definer set search_path = '' as
    $$ begin return (select p.name from app.person p where p.id = (app.context())[2]::uuid); end $$;

  -- as in migration 0002, and says by whom
  create or replace function app.enrol(membership uuid, person uuid, address text, person_name text, hash text, demo boolean, organisation uuid, wanted text)
  returns void language plpgsql volatile security definer set search_path = '' as $$
  declare known uuid;
  begin
    if not app.holds_role('business-unit') then raise exception 'only the business unit enrols people' using errcode = '42501'; end if;
    if organisation is not null and not app.takes_part(app.partnership(), organisation) then
      raise exception 'that organisation does not take part in this partnership' using errcode = '42501';
    end if;
    select id into known from app.person where lower(email) = lower(address);
    if known is null then
      insert into app.person (id, email, name, password_hash, demonstration) values (person, address, person_name, hash, demo);
      known := person;
    end if;
    insert into app.membership (partnership_id, id, person_id, organisation_id, role, invited_by)
    values (app.partnership(), membership, known, organisation, wanted, app.caller_name());
  end $$;

  create function app.led_organisations() returns uuid[] language plpgsql stable security definer set search_path = '' as $$
  declare ctx text[] := app.context();
  begin
    return (select array_agg(m.organisation_id) from app.membership m
      where m.partnership_id = ctx[1]::uuid and m.person_id = ctx[2]::uuid and m.ended_at is null and m.role = 'lead');
  end $$;

  create function app.takes_part(partnership uuid, organisation uuid) returns boolean
  language sql stable security definer set search_path = '' as $$
    select exists (select from app.participation p
      where p.partnership_id = partnership and p.organisation_id = organisation and (p.to_on is null or p.to_on > current_date)) $$;

  -- in the partnership (no organisation) or in an organisation
  create function app.may_give(wanted text, organisation uuid) returns boolean language plpgsql stable security definer set search_path = '' as $$
  begin
    if organisation is null then
      return wanted in ('business-unit', 'qp-member', 'executive', 'scrutineer', 'trust-lead') and app.holds_role('business-unit');
    end if;
    return wanted in ('lead', 'contributor', 'approver', 'viewer') and (app.holds_role('business-unit')
      or (wanted <> 'lead' and coalesce(organisation = any(app.led_organisations()), false)));
  end $$;

  -- about an invitation that is there: a lead's own handing over is theirs too
  create function app.may_decide(wanted text, organisation uuid, handover text) returns boolean language plpgsql stable security definer set search_path = '' as $$
  begin
    return app.may_give(wanted, organisation)
      or (wanted = 'lead' and handover is not null and coalesce(organisation = any(app.led_organisations()), false));
  end $$;
`;

/** Invitations go out, again, and are taken back. */
export const INVITING = `
  -- all of them or none; answers those that were not waiting already
  create function app.invite(wanted jsonb) returns setof uuid language plpgsql volatile security definer set search_path = '' as $$
  declare
    ctx text[] := app.context();
    one record;
  begin
    for one in select * from jsonb_to_recordset(wanted) as r (id uuid, organisation_id uuid, trust text, role text, email text, name text, handover text, token_hash text) loop
      if not app.may_decide(one.role, one.organisation_id, one.handover) then
        raise exception 'that role is not the caller''s to give there' using errcode = '42501';
      end if;
      if (one.organisation_id is not null and not app.takes_part(ctx[1]::uuid, one.organisation_id))
        or (one.trust is not null and not exists (select from app.organisation o where o.trust = one.trust and app.takes_part(ctx[1]::uuid, o.id))) then
        raise exception 'that organisation does not take part in this partnership' using errcode = '42501';
      end if;
      -- what nobody can accept any more makes room
      update app.invitation i set withdrawn_at = now()
      where i.partnership_id = ctx[1]::uuid and i.organisation_id is not distinct from one.organisation_id and i.trust is not distinct from one.trust
        and lower(i.email) = lower(one.email) and i.accepted_at is null and i.withdrawn_at is null and app.state_of(i) <> 'sent';
      return query
        insert into app.invitation (partnership_id, id, organisation_id, trust, role, email, name, handover, token_hash, invited_by, invited_by_name)
        values (ctx[1]::uuid, one.id, one.organisation_id, one.trust, one.role, one.email, one.name, one.handover, decode(one.token_hash, 'hex'), ctx[2]::uuid, app.caller_name())
        on conflict do nothing returning id;
    end loop;
  end $$;

  -- with another link: the one that was sent before opens nothing any more
  create function app.renew_invitation(which uuid, token bytea) returns boolean language plpgsql volatile security definer set search_path = '' as $$
  begin
    update app.invitation i set token_hash = token, expires_at = now() + interval '14 days', reminded_at = now()
    where i.partnership_id = app.partnership() and i.id = which and i.accepted_at is null and i.withdrawn_at is null
      and app.may_decide(i.role, i.organisation_id, i.handover);
    return found;
  end $$;

  create function app.withdraw_invitation(which uuid) returns boolean language plpgsql volatile security definer set search_path = '' as $$
  begin
    update app.invitation i set withdrawn_at = now()
    where i.partnership_id = app.partnership() and i.id = which and i.accepted_at is null and i.withdrawn_at is null
      and app.may_decide(i.role, i.organisation_id, i.handover);
    return found;
  end $$;

  -- which of these addresses have a role where the caller decides
  create function app.roles_of(addresses text[]) returns table (address text, organisation_id uuid, trust text, role text)
  language plpgsql stable security definer set search_path = '' as $$
  begin
    return query
      select lower(p.email), m.organisation_id, m.trust, m.role from app.person p join app.membership m on m.person_id = p.id and m.ended_at is null
      where lower(p.email) = any(addresses) and m.partnership_id = app.partnership()
        and (app.holds_role('business-unit') or m.organisation_id = any(app.led_organisations()));
  end $$;
`;

/** An invitation is read and accepted by whoever holds its link. */
export const ACCEPTING = `
  create function app.state_of(i app.invitation) returns text language sql stable security definer set search_path = '' as $$
    select case
      when i.accepted_at is not null then 'accepted'
      when i.withdrawn_at is not null then 'withdrawn'
      -- who is no lead any more has nothing to hand over
      when i.handover is not null and not exists (select from app.membership m where m.partnership_id = i.partnership_id
        and m.organisation_id = i.organisation_id and m.person_id = i.invited_by and m.role = 'lead' and m.ended_at is null) then 'withdrawn'
      when i.organisation_id is not null and not app.takes_part(i.partnership_id, i.organisation_id) then 'ended'
      when i.trust is not null and not exists (select from app.organisation o where o.trust = i.trust and app.takes_part(i.partnership_id, o.id)) then 'ended'
      when i.expires_at <= now() then 'expired'
      else 'sent' end $$;

  create function app.has_role_anywhere(who uuid) returns boolean language sql stable security definer set search_path = '' as
    $$ select exists (select from app.membership m where m.person_id = who and m.ended_at is null) $$;

  create function app.invitation_of(token bytea)
  returns table (state text, partnership_name text, organisation_name text, trust text, role text, handover text, email text, name text,
    invited_by_name text, invited_at timestamptz, expires_at timestamptz, account text)
  language sql stable security definer set search_path = '' as $$
    select app.state_of(i), p.name, o.name, i.trust, i.role, i.handover, i.email, i.name, i.invited_by_name, i.invited_at, i.expires_at,
      coalesce((select case when who.deactivated_at is not null then 'closed' when app.has_role_anywhere(who.id) then 'active' else 'resting' end
        from app.person who where lower(who.email) = lower(i.email)), 'none')
    from app.invitation i join app.partnership p on p.id = i.partnership_id left join app.organisation o on o.id = i.organisation_id
    where i.token_hash = token $$;

  -- the one place where an invitation becomes a membership. Whoever comes at the same moment waits for the row, and finds it accepted
  create function app.redeem(token bytea, who uuid) returns text language plpgsql volatile security definer set search_path = '' as $$
  declare
    i app.invitation;
    held text;
  begin
    select * into i from app.invitation where token_hash = token for update;
    if i.id is null then return null; end if;
    if app.state_of(i) <> 'sent' then return app.state_of(i); end if;
    if not exists (select from app.person p where p.id = who and lower(p.email) = lower(i.email) and p.deactivated_at is null) then return 'another-person'; end if;
    select m.role into held from app.membership m
    where m.partnership_id = i.partnership_id and m.person_id = who and m.ended_at is null and (
      case when i.trust is not null then m.trust = i.trust
        when i.organisation_id is null then m.organisation_id is null and m.role = i.role
        else m.organisation_id = i.organisation_id and m.role <> 'trust-lead' end) limit 1;
    if held is not null and (i.handover is null or held = 'lead') then return 'held'; end if;

    update app.invitation set accepted_at = now(), accepted_by = who where partnership_id = i.partnership_id and id = i.id;
    if i.handover is not null then
      update app.membership m set ended_at = now()
      where m.partnership_id = i.partnership_id and m.organisation_id = i.organisation_id and m.ended_at is null
        and (m.person_id = who and m.role <> 'trust-lead' or m.person_id = i.invited_by and m.role = 'lead');
      insert into app.membership (partnership_id, id, person_id, organisation_id, role, invited_by)
      select i.partnership_id, gen_random_uuid(), i.invited_by, i.organisation_id, i.handover, i.invited_by_name where i.handover <> 'leaves';
    end if;
    insert into app.membership (partnership_id, id, person_id, organisation_id, role, invited_by, invitation_id, trust)
    select i.partnership_id, gen_random_uuid(), who, place.id, i.role, i.invited_by_name, i.id, i.trust
    from (select i.organisation_id as id where i.trust is null
      union all select o.id from app.organisation o where o.trust = i.trust and app.takes_part(i.partnership_id, o.id)) as place;
    return 'done';
  end $$;

  -- somebody who has an account has shown who they are by signing in
  create function app.accept_invitation(token bytea) returns text language plpgsql volatile security definer set search_path = '' as
    $$ begin return app.redeem(token, (app.context())[2]::uuid); end $$;

  -- somebody whose last role ended cannot sign in, and has shown their password instead; the second factor is asked for next
  create function app.accept_as_returner(token bytea, person uuid) returns text language plpgsql volatile security definer set search_path = '' as $$
  begin
    if app.has_role_anywhere(person) then return 'has-account'; end if;
    return app.redeem(token, person);
  end $$;

  -- somebody who has none gets one, of the address the link was sent to and no other
  create function app.accept_as_newcomer(token bytea, person uuid, person_name text, hash text) returns text
  language plpgsql volatile security definer set search_path = '' as $$
  declare i app.invitation;
  begin
    select * into i from app.invitation where token_hash = token for update;
    if i.id is null then return null; end if;
    if app.state_of(i) <> 'sent' then return app.state_of(i); end if;
    insert into app.person (id, email, name, password_hash) values (person, i.email, person_name, hash) on conflict do nothing;
    if not found then return 'has-account'; end if;
    return app.redeem(token, person);
  end $$;
`;

/** Roles change and end, at once. */
export const ENDING = `
  -- why it cannot end; null when it can. Two at once stand in line: each counts what the other has left
  create function app.keeps(m app.membership) returns text language plpgsql volatile security definer set search_path = '' as $$
  begin
    if m.role not in ('lead', 'business-unit') then return null; end if;
    perform pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended(m.partnership_id::text || coalesce(m.organisation_id::text, ''), 8));
    if exists (select from app.membership o where o.partnership_id = m.partnership_id and o.organisation_id is not distinct from m.organisation_id
        and o.role = m.role and o.ended_at is null and o.id <> m.id) then return null; end if;
    if m.role = 'business-unit' then return 'last-business-unit'; end if;
    if not app.takes_part(m.partnership_id, m.organisation_id) then return null; end if;
    if app.holds_role('business-unit') and m.partnership_id = app.partnership() and exists (select from app.invitation i
        where i.partnership_id = m.partnership_id and i.organisation_id = m.organisation_id and i.role = 'lead' and app.state_of(i) = 'sent'
          and i.invited_by <> m.person_id) then return null; end if;
    return 'last-lead';
  end $$;

  -- one's own anywhere; another's where the caller could have given it. Null when there is no such membership to decide about
  create function app.end_membership(which uuid) returns text language plpgsql volatile security definer set search_path = '' as $$
  declare
    ctx text[] := app.context();
    m app.membership;
    kept text;
  begin
    select * into m from app.membership where id = which and (person_id = ctx[2]::uuid or partnership_id = ctx[1]::uuid) for update;
    if m.id is null then return null; end if;
    if m.person_id <> ctx[2]::uuid and not app.may_give(m.role, case when m.role = 'trust-lead' then null else m.organisation_id end) then return null; end if;
    if m.ended_at is not null then return 'over'; end if;
    kept := app.keeps(m);
    if kept is not null then return kept; end if;
    update app.membership o set ended_at = now() where o.partnership_id = m.partnership_id and o.ended_at is null
      and (o.id = m.id or (m.trust is not null and o.person_id = m.person_id and o.trust = m.trust));
    -- whom somebody had invited before they were sent away does not come in after it
    if m.person_id <> ctx[2]::uuid then
      update app.invitation i set withdrawn_at = now()
      where i.partnership_id = m.partnership_id and i.organisation_id is not distinct from m.organisation_id and i.invited_by = m.person_id
        and i.accepted_at is null and i.withdrawn_at is null and m.role = 'lead';
    end if;
    return 'ended';
  end $$;

  create function app.change_role(which uuid, next uuid, wanted text) returns text language plpgsql volatile security definer set search_path = '' as $$
  declare
    m app.membership;
    kept text;
  begin
    select * into m from app.membership where id = which and partnership_id = app.partnership() for update;
    if m.id is null or m.role = 'trust-lead' or not app.may_give(m.role, m.organisation_id) then return null; end if;
    if m.ended_at is not null then return 'over'; end if;
    if wanted = 'trust-lead' or not app.may_give(wanted, m.organisation_id) then return 'not-given-here'; end if;
    if exists (select from app.membership o where o.partnership_id = m.partnership_id and o.person_id = m.person_id and o.ended_at is null
      and o.organisation_id is not distinct from m.organisation_id and o.role = wanted) then return 'held'; end if;
    kept := app.keeps(m);
    if kept is not null then return kept; end if;
    update app.membership set ended_at = now() where partnership_id = m.partnership_id and id = m.id;
    insert into app.membership (partnership_id, id, person_id, organisation_id, role, invited_by)
    values (m.partnership_id, next, m.person_id, m.organisation_id, wanted, app.caller_name());
    return 'changed';
  end $$;

  -- a trust lead reads the schools that are in the trust now
  create function app.follow_trusts() returns void language plpgsql volatile security definer set search_path = '' as $$
  begin
    if not app.holds_role('business-unit') then raise exception 'only the business unit keeps the register' using errcode = '42501'; end if;
    insert into app.membership (partnership_id, id, person_id, organisation_id, role, invited_by, invitation_id, trust)
    select app.partnership(), gen_random_uuid(), held.person_id, o.id, 'trust-lead', held.invited_by, held.invitation_id, held.trust
    from (select distinct on (m.person_id, m.trust) m.person_id, m.trust, m.invited_by, m.invitation_id from app.membership m
      where m.partnership_id = app.partnership() and m.ended_at is null and m.trust is not null order by m.person_id, m.trust, m.since) as held
    join app.organisation o on o.trust = held.trust and app.takes_part(app.partnership(), o.id)
    where not exists (select from app.membership m where m.partnership_id = app.partnership() and m.person_id = held.person_id
      and m.organisation_id = o.id and m.trust = held.trust and m.ended_at is null);
    update app.membership m set ended_at = now() from app.organisation o
    where m.partnership_id = app.partnership() and m.trust is not null and m.ended_at is null and o.id = m.organisation_id
      and (o.trust is distinct from m.trust or not app.takes_part(m.partnership_id, o.id));
  end $$;
`;

/** Who is there. A trust lead stands once for all the schools of the trust. */
export const LISTING = `
  -- of those the caller decides about: one or all
  create function app.invitation_states(which uuid) returns table (invitation_id uuid, state text) language plpgsql stable security definer set search_path = '' as $$
  begin
    return query select i.id, app.state_of(i) from app.invitation i
      where i.partnership_id = app.partnership() and (which is null or i.id = which)
        and (app.holds_role('business-unit') or i.organisation_id = any(app.led_organisations()));
  end $$;

  create function app.people_of_organisation(organisation uuid)
  returns table (membership_id uuid, person_id uuid, name text, email text, role text, in_partnership boolean, trust text, since timestamptz, invited_by text)
  language plpgsql stable security definer set search_path = '' as $$
  begin
    if not (app.holds_role('business-unit') or coalesce(organisation = any(app.led_organisations()), false)) then return; end if;
    return query
      select m.id, p.id, p.name, p.email, m.role, m.organisation_id is null, m.trust, m.since, m.invited_by
      from app.membership m join app.person p on p.id = m.person_id and p.deactivated_at is null
      where m.partnership_id = app.partnership() and m.ended_at is null and (m.organisation_id is null or m.organisation_id = organisation)
      order by m.since, m.id;
  end $$;

  create function app.people_of_partnership()
  returns table (membership_id uuid, person_id uuid, name text, email text, role text, organisation_id uuid, organisation_name text, trust text,
    schools int, since timestamptz, invited_by text)
  language plpgsql stable security definer set search_path = '' as $$
  begin
    if not app.holds_role('business-unit') then return; end if;
    return query
      select distinct on (m.person_id, coalesce(m.trust, m.id::text)) m.id, p.id, p.name, p.email, m.role,
        case when m.trust is null then m.organisation_id end, case when m.trust is null then o.name end, m.trust,
        (count(*) over (partition by m.person_id, coalesce(m.trust, m.id::text)))::int, m.since, m.invited_by
      from app.membership m join app.person p on p.id = m.person_id and p.deactivated_at is null left join app.organisation o on o.id = m.organisation_id
      where m.partnership_id = app.partnership() and m.ended_at is null
      order by m.person_id, coalesce(m.trust, m.id::text), m.since, m.id;
  end $$;

  -- whose membership it is and where: for whoever decides about it, and for themselves
  create function app.membership_of(which uuid) returns table (person_id uuid, organisation_id uuid, role text)
  language plpgsql stable security definer set search_path = '' as $$
  declare ctx text[] := app.context();
  begin
    return query select m.person_id, m.organisation_id, m.role from app.membership m
      where m.id = which and (m.person_id = ctx[2]::uuid
        or m.partnership_id = ctx[1]::uuid and (app.holds_role('business-unit') or m.organisation_id = any(app.led_organisations())));
  end $$;

  -- in every partnership, whichever the caller acts in now
  create function app.own_memberships()
  returns table (membership_id uuid, partnership_id uuid, partnership_name text, organisation_id uuid, organisation_name text, role text, trust text,
    schools int, since timestamptz, invited_by text)
  language plpgsql stable security definer set search_path = '' as $$
  begin
    return query
      select distinct on (m.partnership_id, coalesce(m.trust, m.id::text)) m.id, m.partnership_id, pa.name,
        case when m.trust is null then m.organisation_id end, case when m.trust is null then o.name end, m.role, m.trust,
        (count(*) over (partition by m.partnership_id, coalesce(m.trust, m.id::text)))::int, m.since, m.invited_by
      from app.membership m join app.partnership pa on pa.id = m.partnership_id left join app.organisation o on o.id = m.organisation_id
      where m.person_id = (app.context())[2]::uuid and m.ended_at is null
      order by m.partnership_id, coalesce(m.trust, m.id::text), m.since, m.id;
  end $$;
`;
