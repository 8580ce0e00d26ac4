/** The functions of migration 0018: counting, judging, deleting, disposing and forgetting. */
export const EVIDENCE_FUNCTIONS = `
  -- how much is shown for each question stands in the return itself, so that a save need not look for it
  create function app.count_evidence(pid uuid, returns uuid[]) returns void language plpgsql volatile security definer set search_path = '' as $$
  begin
    update app.submission s set evidence = coalesce((
      select jsonb_object_agg(c.question_id, c.pieces) from (
        select u.question_id, count(*) as pieces from app.evidence_use u join app.evidence e on e.partnership_id = u.partnership_id and e.id = u.evidence_id
        where u.partnership_id = s.partnership_id and u.submission_id = s.id and u.removed_at is null and not e.infected group by u.question_id) c), '{}')
    where s.partnership_id = pid and s.id = any(returns);
  end $$;
  create function app.count_uses() returns trigger language plpgsql volatile security definer set search_path = '' as $$
  begin
    perform app.count_evidence(new.partnership_id, array[new.submission_id]);
    return null;
  end $$;
  create function app.count_infected() returns trigger language plpgsql volatile security definer set search_path = '' as $$
  begin
    perform app.count_evidence(new.partnership_id, array(select u.submission_id from app.evidence_use u where u.partnership_id = new.partnership_id and u.evidence_id = new.id));
    return null;
  end $$;

  -- what the scanner says of a file. A verdict is given once; what is infected goes at once
  create function app.judge_evidence(which uuid, of_number int, verdict text, what text) returns boolean language plpgsql volatile security definer set search_path = '' as $$
  declare pid uuid := app.partnership();
  begin
    update app.evidence_revision v set scan = verdict, scanned_at = now(), threat = what
    where v.partnership_id = pid and v.evidence_id = which and v.number = of_number and v.scan in ('waiting', 'not-scanned')
      and v.organisation_id = any(app.own_organisations());
    if not found then return false; end if;
    if verdict = 'infected' then
      delete from app.evidence_chunk c where c.partnership_id = pid and c.evidence_id = which and c.number = of_number;
      update app.evidence e set infected = true where e.partnership_id = pid and e.id = which and e.revision = of_number;
    end if;
    return true;
  end $$;

  -- a job has nobody who calls it: it scans for whoever brought the file, or for another of the same organisation when they have left
  create function app.evidence_bringer(which uuid) returns table (number int, partnership_id uuid, person_id uuid, organisation_id uuid, name text, role text)
  language plpgsql stable security definer set search_path = '' as $$
  begin
    return query select v.number, m.partnership_id, m.person_id, m.organisation_id, p.name, m.role
      from app.evidence_revision v
      join app.membership m on m.partnership_id = v.partnership_id and m.organisation_id = v.organisation_id and m.ended_at is null
      join app.person p on p.id = m.person_id and p.deactivated_at is null
      where v.evidence_id = which and v.scan in ('waiting', 'not-scanned')
      order by v.number, m.person_id = v.by_person desc, m.role = 'lead' desc, m.since limit 1;
  end $$;

  -- one's own organisation's, and never what a signed return names
  create function app.delete_evidence(which uuid) returns boolean language plpgsql volatile security definer set search_path = '' as $$
  declare pid uuid := app.partnership();
  begin
    perform 1 from app.evidence e where e.partnership_id = pid and e.id = which and e.organisation_id = any(app.own_organisations()) for update;
    if not found or exists (select from app.evidence_use u where u.partnership_id = pid and u.evidence_id = which and (u.signed_revision is not null or u.removed_at is null)) then return false; end if;
    perform app.drop_evidence(pid, array[which]);
    return true;
  end $$;
  create function app.drop_evidence(pid uuid, which uuid[]) returns void language plpgsql volatile security definer set search_path = '' as $$
  begin
    delete from app.evidence_use u where u.partnership_id = pid and u.evidence_id = any(which);
    delete from app.evidence_chunk c where c.partnership_id = pid and c.evidence_id = any(which);
    delete from app.evidence_revision v where v.partnership_id = pid and v.evidence_id = any(which);
    delete from app.evidence e where e.partnership_id = pid and e.id = any(which);
  end $$;

  -- a return that goes over to another version of its questionnaire takes its evidence along, to the questions that keep their meaning
  create function app.carry_evidence() returns trigger language plpgsql volatile security definer set search_path = '' as $$
  begin
    update app.evidence_use u set question_id = t.id from app.question f, app.question t
    where u.partnership_id = new.partnership_id and u.submission_id = new.id and f.partnership_id = u.partnership_id and f.id = u.question_id
      and f.template_version_id = old.template_version_id and t.partnership_id = u.partnership_id and t.template_version_id = new.template_version_id
      -- as its answer went there, or comes back
      and (t.key = f.key or exists (select from app.carried_return c, jsonb_array_elements(c.moved) as one (move) where c.partnership_id = new.partnership_id and c.submission_id = new.id
        and array[one.move ->> 0, one.move ->> 1]::uuid[] in (array[f.id, t.id], array[t.id, f.id])));
    perform app.count_evidence(new.partnership_id, array[new.id]);
    return null;
  end $$;

  -- evidence goes with the last return that used it
  create function app.dispose_evidence() returns trigger language plpgsql volatile security definer set search_path = '' as $$
  declare used uuid[] := array(select u.evidence_id from app.evidence_use u where u.partnership_id = new.partnership_id and u.submission_id = new.id);
  begin
    delete from app.evidence_use u where u.partnership_id = new.partnership_id and u.submission_id = new.id;
    perform app.drop_evidence(new.partnership_id, array(select one.id from unnest(used) as one (id)
      where not exists (select from app.evidence_use u where u.partnership_id = new.partnership_id and u.evidence_id = one.id)));
    return null;
  end $$;

  create function app.erase_in_evidence() returns trigger language plpgsql volatile security definer set search_path = '' as $$
  declare names text[] := app.names_of(new.person_id);
  begin
    update app.evidence e set owner = new.label where e.partnership_id = new.partnership_id and e.owner = any(names);
    update app.evidence_revision v set by_name = new.label where v.partnership_id = new.partnership_id and v.by_person = new.person_id;
    update app.evidence_use u set added_by_name = new.label where u.partnership_id = new.partnership_id and u.added_by = new.person_id;
    return null;
  end $$;
  create function app.my_records_of_evidence() returns jsonb language plpgsql stable security definer set search_path = '' as $$
  declare me uuid := (app.context())[2]::uuid;
  begin
    return jsonb_build_object('evidence', (
      select jsonb_agg(jsonb_build_object('organisation', o.name, 'title', e.title, 'file', v.file_name, 'location', v.location, 'sha256', v.sha256, 'at', v.at, 'name', v.by_name) order by v.at, v.evidence_id)
      from app.evidence_revision v join app.evidence e on e.partnership_id = v.partnership_id and e.id = v.evidence_id join app.organisation o on o.id = v.organisation_id where v.by_person = me));
  end $$;

  revoke all on function app.count_evidence(uuid, uuid[]), app.count_uses(), app.count_infected(), app.carry_evidence(), app.dispose_evidence(), app.erase_in_evidence(), app.my_records_of_evidence(), app.drop_evidence(uuid, uuid[]),
    app.judge_evidence(uuid, int, text, text), app.evidence_bringer(uuid), app.delete_evidence(uuid) from public;
  grant execute on function app.judge_evidence(uuid, int, text, text), app.evidence_bringer(uuid), app.delete_evidence(uuid) to attest_app;
  grant execute on function app.count_uses(), app.count_infected(), app.carry_evidence(), app.dispose_evidence(), app.erase_in_evidence() to attest_owner;
`;
