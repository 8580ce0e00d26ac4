import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A joint round is begun by the business unit on one of its rounds, and joined by whoever holds a code that is good. */
const JOINING = `
  create function app.begin_joint_round(new_id uuid, called text, of_round uuid, now_at timestamptz) returns void language plpgsql security definer set search_path = '' as $$
  begin
    if not app.holds_role('business-unit') then raise exception 'only the business unit begins a joint round' using errcode = '42501'; end if;
    insert into app.joint_round (partnership_id, id, joint_id, place, name, content_hash, round_id, joined_at)
    select r.partnership_id, new_id, gen_random_uuid(), 1, called, v.content_hash, r.id, now_at
    from app.round r join app.template_version v on v.partnership_id = r.partnership_id and v.id = r.template_version_id
    where r.partnership_id = app.partnership() and r.id = of_round;
  end $$;

  -- the invitation that a code is for, while it is good: of another partnership, that has not left
  create function app.joint_invitation_of(code bytea, now_at timestamptz) returns table (by_partnership uuid, invitation_id uuid, joint_round_id uuid)
  language plpgsql stable security definer set search_path = '' as $$
  begin
    if not app.holds_role('business-unit') then raise exception 'only the business unit is invited' using errcode = '42501'; end if;
    return query
      select i.partnership_id, i.id, j.id from app.joint_invitation i
      join app.joint_round j on j.partnership_id = i.partnership_id and j.id = i.joint_round_id and j.state = 'accepted'
      where i.code_hash = code and i.state = 'open' and i.expires_at > now_at and i.partnership_id <> app.partnership();
  end $$;
  revoke all on function app.joint_invitation_of(bytea, timestamptz) from public;

  -- what whoever holds the code may know before they answer; with the questionnaire and the editions that it follows, oldest first
  create function app.look_at_joint_invitation(code bytea, now_at timestamptz)
  returns table (name text, by_name text, content_hash text, editions json) language plpgsql stable security definer set search_path = '' as $$
  begin
    return query
      select j.name, p.name, j.content_hash, (
        with recursive followed as (
          (select v.manifest, v.template_id, 1 as back from app.template_version v
            where v.partnership_id = j.partnership_id and v.content_hash = j.content_hash and v.state in ('published', 'retired') order by v.published_at limit 1)
          union all
          select v.manifest, v.template_id, f.back + 1 from followed f
          join app.template_version v on v.partnership_id = j.partnership_id and v.template_id = f.template_id and v.edition = f.manifest->>'follows' and v.state in ('published', 'retired')
          where f.back < 20)
        select json_agg(f.manifest order by f.back desc) from followed f)
      from app.joint_invitation_of(code, now_at) i
      join app.joint_round j on j.partnership_id = i.by_partnership and j.id = i.joint_round_id
      join app.partnership p on p.id = i.by_partnership;
  end $$;

  -- accepted with an identifier for one's own part, which it answers or that of the part that had been left; declined without one. Null where the code is not good any more
  create function app.answer_joint_invitation(code bytea, new_id uuid, of_round uuid, now_at timestamptz) returns uuid language plpgsql security definer set search_path = '' as $$
  declare
    offered record;
    theirs app.joint_round;
    mine_id uuid;
  begin
    select i.* into offered from app.joint_invitation_of(code, now_at) i;
    if not found then return null; end if;
    -- whoever joins at the same moment waits, and gets the next place
    select * into theirs from app.joint_round j where j.partnership_id = offered.by_partnership and j.id = offered.joint_round_id for update;
    update app.joint_invitation i set state = case when new_id is null then 'declined' else 'accepted' end, answered_at = now_at
      where i.partnership_id = offered.by_partnership and i.id = offered.invitation_id and i.state = 'open';
    if not found then return null; end if;
    if new_id is null then return offered.invitation_id; end if;
    insert into app.joint_round as mine (partnership_id, id, joint_id, place, name, content_hash, round_id, joined_at)
    values (app.partnership(), new_id, theirs.joint_id, (select max(j.place) + 1 from app.joint_round j where j.joint_id = theirs.joint_id), theirs.name, theirs.content_hash, of_round, now_at)
    on conflict (partnership_id, joint_id) do update set state = 'accepted', round_id = coalesce(excluded.round_id, mine.round_id), joined_at = excluded.joined_at, left_at = null, left_reason = null
    returning mine.id into mine_id;
    return mine_id;
  end $$;
`;

/** What partners learn of one another: who they are, how far they are, and the figures of whoever shares with whoever shares. */
const LEARNING = `
  -- whether these are all of the organisations that take part, or ever took part, in both
  create function app.knows_all(one uuid, other uuid, known uuid[]) returns boolean language sql stable security definer set search_path = '' as $$
    select not exists (select from app.participation a join app.participation b on b.organisation_id = a.organisation_id
      where a.partnership_id = one and b.partnership_id = other and not a.organisation_id = any(known)) $$;
  revoke all on function app.knows_all(uuid, uuid, uuid[]) from public;

  -- the other partners of the joint rounds that the caller's partnership is in
  create function app.joint_partners()
  returns table (joint_round_id uuid, place int, name text, state text, has_round boolean, shares boolean, must_share_again boolean)
  language plpgsql stable security definer set search_path = '' as $$
  begin
    if not app.sees_whole_partnership() then return; end if;
    return query
      select mine.id, theirs.place, p.name, theirs.state, theirs.round_id is not null,
        exists (select from app.joint_share s where s.partnership_id = theirs.partnership_id and s.joint_round_id = theirs.id and s.to_place = mine.place and s.withdrawn_at is null),
        exists (select from app.joint_share s where s.partnership_id = mine.partnership_id and s.joint_round_id = mine.id and s.to_place = theirs.place and s.withdrawn_at is null
          and not app.knows_all(mine.partnership_id, theirs.partnership_id, s.known))
      from app.joint_round mine
      join app.joint_round theirs on theirs.joint_id = mine.joint_id and theirs.partnership_id <> mine.partnership_id
      join app.partnership p on p.id = theirs.partnership_id
      where mine.partnership_id = app.partnership() and mine.state = 'accepted';
  end $$;

  -- of one's own organisations, those whose returns a partner may have before it as well: never shown, and left out of what is hidden behind
  create function app.joint_known(of_joint_round uuid, of_place int) returns uuid[] language plpgsql stable security definer set search_path = '' as $$
  begin
    if not app.holds_role('business-unit') then raise exception 'only the business unit shares figures' using errcode = '42501'; end if;
    return (select coalesce(array_agg(distinct a.organisation_id), '{}') from app.joint_round mine
      join app.joint_round theirs on theirs.joint_id = mine.joint_id and theirs.place = of_place and theirs.state = 'accepted' and theirs.partnership_id <> mine.partnership_id
      join app.participation a on a.partnership_id = mine.partnership_id
      join app.participation b on b.partnership_id = theirs.partnership_id and b.organisation_id = a.organisation_id
      where mine.partnership_id = app.partnership() and mine.id = of_joint_round and mine.state = 'accepted');
  end $$;

  -- figures that others share with the caller's partnership, while it shares its own with them; not once somebody works in both who did not when they were worked out
  create function app.joint_figures(of_joint_round uuid)
  returns table (place int, name text, content text, sha256 text, content_hash text, at timestamptz)
  language plpgsql stable security definer set search_path = '' as $$
  begin
    if not app.sees_whole_partnership() then return; end if;
    return query
      select theirs.place, p.name, to_us.content, to_us.sha256, to_us.content_hash, to_us.at
      from app.joint_round mine
      join app.joint_round theirs on theirs.joint_id = mine.joint_id and theirs.partnership_id <> mine.partnership_id and theirs.state = 'accepted'
      join app.partnership p on p.id = theirs.partnership_id
      join app.joint_share to_us on to_us.partnership_id = theirs.partnership_id and to_us.joint_round_id = theirs.id and to_us.to_place = mine.place and to_us.withdrawn_at is null
      join app.joint_share to_them on to_them.partnership_id = mine.partnership_id and to_them.joint_round_id = mine.id and to_them.to_place = theirs.place and to_them.withdrawn_at is null
      where mine.partnership_id = app.partnership() and mine.id = of_joint_round and mine.state = 'accepted'
        and app.knows_all(theirs.partnership_id, mine.partnership_id, to_us.known)
      order by theirs.place;
  end $$;
`;

/** All that crosses from one partnership to another, each function with the question of who asks. */
export class JointFunctions0033 implements MigrationInterface {
  readonly name = 'JointFunctions1795305600033';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set role attest_scope;
      ${JOINING}
      ${LEARNING}
      revoke all on function app.begin_joint_round(uuid, text, uuid, timestamptz), app.look_at_joint_invitation(bytea, timestamptz), app.answer_joint_invitation(bytea, uuid, uuid, timestamptz),
        app.joint_partners(), app.joint_known(uuid, int), app.joint_figures(uuid) from public;
      grant execute on function app.begin_joint_round(uuid, text, uuid, timestamptz), app.look_at_joint_invitation(bytea, timestamptz), app.answer_joint_invitation(bytea, uuid, uuid, timestamptz),
        app.joint_partners(), app.joint_known(uuid, int), app.joint_figures(uuid) to attest_app;
      reset role;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
