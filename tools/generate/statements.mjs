// What a generated partnership is made of, a statement for each table, its values by name. Chance is PostgreSQL's own, from one seed.

/** Questionnaire and editions are those of the demonstration's schools. */
export const FOUND = [
  'insert into app.partnership (id, name) values (:partnership, :name)',
  "insert into app.area (partnership_id, id, name, la_code) select :partnership, uuidv7(), :name || ' ' || n, 'G' || n from (values ('North'), ('South')) v (n)",
  `insert into app.template (partnership_id, id, code, audience)
   select :partnership, uuidv7(), code, audience from app.template where code = 'section-175' and partnership_id = (select partnership_id from app.round where reference like 'S175%' limit 1)`,
  `insert into app.template_version (partnership_id, id, template_id, edition, title, state, manifest, content_hash, effective_from, published_at)
   select :partnership, uuidv7(), mine.id, v.edition, v.title, v.state, v.manifest, v.content_hash, v.effective_from, v.published_at
   from app.template mine, app.template_version v join app.template t on t.partnership_id = v.partnership_id and t.id = v.template_id and t.code = 'section-175'
   where mine.partnership_id = :partnership and mine.code = 'section-175' and v.state = 'published' and v.partnership_id = (select partnership_id from app.round where reference like 'S175%' limit 1)`,
  `insert into app.question (partnership_id, id, template_version_id, key, ref, section_key, position)
   select :partnership, uuidv7(), mine.id, q.key, q.ref, q.section_key, q.position
   from app.template_version mine join app.template_version v on v.content_hash = mine.content_hash and v.partnership_id <> mine.partnership_id
   join app.question q on q.partnership_id = v.partnership_id and q.template_version_id = v.id
   where mine.partnership_id = :partnership and v.partnership_id = (select partnership_id from app.round where reference like 'S175%' limit 1)`,
  `insert into app.person (id, email, name, password_hash, demonstration)
   select uuidv7(), 'quality-' || :name || '@generated.attest.example', 'Quinn Generated', p.password_hash, true from app.person p where p.demonstration limit 1`,
  `insert into app.membership (partnership_id, id, person_id, role)
   select :partnership, uuidv7(), p.id, role from app.person p, (values ('qp-member'), ('business-unit')) v (role) where p.email = 'quality-' || :name || '@generated.attest.example'`,
];

export const ENLIST = [
  `insert into app.organisation (id, kind, name, urn, phase, type, features)
   select uuidv7(), 'school', 'Generated ' || :name || ' ' || lpad(n::text, 4, '0'), 'G-' || :name || '-' || n,
     case when n % 20 < 14 then 'primary' when n % 20 < 17 then 'secondary' when n % 20 = 17 then 'special' when n % 20 = 18 then 'nursery' else 'all-through' end,
     (array['Community school', 'Academy converter', 'Voluntary aided school', 'Academy sponsor led'])[1 + n % 4], case when n % 4 in (1, 3) then array['academy'] else array['maintained'] end
   from generate_series(1, :schools::int) n`,
  `insert into app.participation (partnership_id, id, organisation_id, area_id, from_on)
   select :partnership, uuidv7(), o.id, (select a.id from app.area a where a.partnership_id = :partnership order by a.name offset abs(hashtext(o.urn)) % 2 limit 1), '2020-09-01'
   from app.organisation o where o.urn like 'G-' || :name || '-%'`,
];

/** What may be answered to each question of each edition, and from how many points on a section is rated how. */
export const SHAPES = [
  'drop table if exists shape, band',
  `create temp table shape as
  select v.id as version_id, q.id as question_id, q.section_key, one ->> 'type' as type,
    (select array_agg(l.level ->> 'key' order by l.place) from jsonb_array_elements(v.manifest -> 'scales') scale, jsonb_array_elements(scale -> 'levels') with ordinality l (level, place)
      where scale ->> 'key' = one ->> 'scale') as levels,
    case one ->> 'type'
      when 'choice' then one -> 'choices' -> 0 -> 'key' when 'choices' then jsonb_build_array(one -> 'choices' -> 0 -> 'key')
      when 'number' then '12' when 'percentage' then '90' when 'date' then '"2026-09-01"' when 'text' then '"As the policy of the school says."'
      when 'person' then '{"name": "J Ahmed", "role": "Deputy head"}' when 'declaration' then 'true' end::jsonb as value
  from app.template_version v, jsonb_array_elements(v.manifest -> 'sections') section, jsonb_array_elements(section -> 'questions') one, app.question q
  where v.partnership_id = :partnership and q.partnership_id = :partnership and q.template_version_id = v.id and q.key = one ->> 'key'`,
  `create temp table band as
   select v.id as version_id, one.band ->> 'level' as level, (one.band ->> 'from')::int as starts, one.place
   from app.template_version v, jsonb_array_elements(v.manifest -> 'scoring' -> 'bands') with ordinality one (band, place) where v.partnership_id = :partnership`,
];

export const ROUND = [
  `insert into app.round (partnership_id, id, template_version_id, name, reference, state, opens_on, due_on, final_on, audience, denominator, denominator_on, previous_round_id)
   values (:partnership, :round, :version, :title, :name || ' ' || :title, :state, make_date(:opens::int, 9, 1), make_date(:opens::int, 12, 11), make_date(:opens::int + 1, 1, 29), '{"areaIds":[],"phases":[],"sectors":[],"types":[]}',
     (select count(*) from app.participation where partnership_id = :partnership), make_date(:opens::int, 9, 1), :before)`,
  `insert into app.round_member (partnership_id, id, round_id, organisation_id, organisation_name, area_id, area_name, phase, type, features, peer_group, joined_on)
   select :partnership, uuidv7(), :round, o.id, o.name, a.id, a.name, o.phase, o.type, o.features,
     case when o.phase in ('primary', 'nursery') then 'nursery-primary' when o.phase = 'special' then 'special-alternative' else 'secondary-16-plus' end, make_date(:opens::int, 9, 1)
   from app.participation p join app.organisation o on o.id = p.organisation_id left join app.area a on a.partnership_id = p.partnership_id and a.id = p.area_id
   where p.partnership_id = :partnership`,
];

/** Nineteen of twenty have returned. */
export const ANSWERED = [
  `insert into app.submission (partnership_id, id, round_id, round_member_id, organisation_id, template_version_id, state, version, submitted_at, reference)
   select :partnership, uuidv7(), :round, m.id, m.organisation_id, :version, case when random() < 0.95 then 'submitted' else 'in-progress' end, 60, r.opens_on + 40, left(r.reference, 20) || right(m.id::text, 12)
   from app.round_member m join app.round r on r.partnership_id = m.partnership_id and r.id = m.round_id where m.partnership_id = :partnership and m.round_id = :round`,
  // schools differ: a fixed leaning for each, and chance around it
  `insert into app.answer (partnership_id, submission_id, question_id, organisation_id, level, value, note, na_reason, version, updated_by, updated_by_name)
   select :partnership, s.id, q.question_id, s.organisation_id, case when chance.na then null else q.levels[1 + least(cardinality(q.levels) - 1, floor(power(random(), 2.2 + leaning.best) * cardinality(q.levels)))::int] end,
     case when chance.na then null else q.value end,
     case when q.levels is null then '' else 'Checked in the autumn term; the governors saw it in November, and the next check is in spring.' end, case when chance.na then 'We have none.' end,
     1, s.organisation_id, 'J Ahmed'
   from app.submission s
   cross join lateral (select 2.0 * (abs(hashtext(s.organisation_id::text)) % 1000) / 1000 as best) leaning
   join shape q on q.version_id = :version
   cross join lateral (select s.id is not null and q.levels is not null and random() < 0.04 as na, s.id is not null and q.question_id is not null and random() < 0.97 as answered) chance
   where s.partnership_id = :partnership and s.round_id = :round and chance.answered and (q.levels is not null or q.value is not null)`,
  // by the points of the answers: what a critical question would hold back is for the program to say, when it is handed in there
  `insert into app.rating (partnership_id, submission_id, section_key, layer, round_id, organisation_id, level, won, available, rule)
   select :partnership, p.submission_id, coalesce(p.section_key, ''), 'self', :round, p.organisation_id, band.level, p.won, p.available, 'attest-1'
   from (
     select a.submission_id, a.organisation_id, q.section_key, (sum(60 * (cardinality(q.levels) - array_position(q.levels, a.level)) / (cardinality(q.levels) - 1)))::int as won, (60 * count(*))::int as available
     from app.submission s join app.answer a on a.partnership_id = s.partnership_id and a.submission_id = s.id join shape q on q.version_id = :version and q.question_id = a.question_id
     where s.partnership_id = :partnership and s.round_id = :round and s.state = 'submitted' and a.level is not null
     group by grouping sets ((a.submission_id, a.organisation_id, q.section_key), (a.submission_id, a.organisation_id))) p
   cross join lateral (select b.level from band b where b.version_id = :version and p.won * 100 >= p.available * b.starts order by b.starts desc limit 1) band`,
  // every seventh return is moderated, each time one level down from the best
  `insert into app.rating (partnership_id, submission_id, section_key, layer, round_id, organisation_id, level, won, available, rule, reason)
   select r.partnership_id, r.submission_id, r.section_key, 'moderated', r.round_id, r.organisation_id, below.level, 0, 0, r.rule, 'The evidence shows less.'
   from app.rating r
   join band below on below.version_id = :version and below.place = 2 and below.level <> r.level
   where r.partnership_id = :partnership and r.round_id = :round and r.layer = 'self' and r.section_key <> '' and abs(hashtext(r.submission_id::text)) % 7 = 0 and abs(hashtext(r.section_key)) % 3 = 0`,
];
