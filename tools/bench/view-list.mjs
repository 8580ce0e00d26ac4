// Every view of a round: where it is answered, the statements that are its rivals, and figures that both must say alike.
import { compare, distribution, drillDown, findings, heatmap, positions, progress, questionHeatmap, responseRates, trend } from './rivals.mjs';

/** Figures as text, in one order: so many organisations stand at a level of something. */
const figures = (all) => all.filter(([, , count]) => Number(count) > 0).map(([key, level, count]) => `${key} ${level} ${count}`).sort().join('\n');
const ours = (things, keyOf = ({ key }) => key) => figures(things.flatMap((thing) => Object.entries(thing.counts).map(([level, count]) => [keyOf(thing), level, count])));
const theirs = (counts, isMeant = () => true) => figures(counts.filter(({ key, level }) => level !== null && level !== 'na' && isMeant(key)).map(({ key, level, count }) => [key, level, count]));

const askedOfAll = (questions, keys) => questions.filter(({ id }) => keys.has(id));
const isAskedOfAll = (keys) => { const known = new Set(keys.values()); return (key) => known.has(key); };

/** Rivals count sections that are no standards too, and the whole return. */
const among = (things) => { const keys = new Set(things.map(({ key }) => key)); return (key) => keys.has(key); };

const views = [
  { name: 'heatmap', path: 'heatmap', rivals: heatmap, alike: ({ standards }, [{ counts }]) => [ours(standards), theirs(counts, among(standards))] },
  { name: 'question heatmap', path: 'question-heatmap', rivals: questionHeatmap, alike: ({ questions }, [{ counts }], { keys }) => [ours(askedOfAll(questions, keys), ({ id }) => keys.get(id)), theirs(counts, isAskedOfAll(keys))] },
  {
    name: 'distribution', path: ({ standard }) => `standards/${standard}`, rivals: distribution,
    alike: ({ questions, ratings }, [{ counts, ratings: rated }], { keys }) => [
      `${ours(askedOfAll(questions, keys).map(({ id, distribution: { counts: all } }) => ({ key: keys.get(id), counts: all })))} ${ratings.length}`,
      `${theirs(counts, isAskedOfAll(keys))} ${rated?.length ?? 0}`],
  },
  {
    name: 'question drill-down', path: ({ question }) => `questions/${question}`, rivals: drillDown,
    alike: ({ answers }, rows) => [answers, rows].map((all) => all.map((one) => `${one.organisationId ?? one.organisation_id} ${one.level?.key ?? one.level} ${one.last?.key ?? one.last} ${one.note ?? ''}`).sort().join('\n')),
  },
  {
    name: 'trend', path: 'trend', rivals: trend,
    alike: ({ rounds, series }, [{ counts, totals }], { round }) => [
      `${series.map(({ key, points }) => `${key} ${points.at(-1).base}`).sort()} ${rounds.map((one) => `${one.id} ${one.denominator} ${one.returned} ${one.comparability?.inBoth ?? 0}`).sort()}`,
      `${series.map(({ key }) => `${key} ${counts.filter((one) => one.id === round && one.key === key).reduce((sum, { count }) => sum + count, 0)}`).sort()} ${totals.map((one) => `${one.id} ${one.asked} ${one.returned} ${one.both}`).sort()}`],
  },
  {
    name: 'response rates', path: 'response-rates', rivals: responseRates,
    alike: ({ total, byArea, byGroup, byType }, rows) => [
      [total, ...byArea, ...byGroup, ...byType].map(({ submitted, denominator }) => `${submitted} of ${denominator}`).sort().join(),
      rows.map(({ returned, asked }) => `${returned} of ${asked}`).sort().join()],
  },
  { name: 'progress', path: 'board', rivals: progress, alike: ({ rows }, all) => [rows.map(({ submissionId }) => submissionId).sort().join(), all.map(({ id }) => id).sort().join()] },
  {
    name: 'compare', path: 'side-by-side?with=everybody,last:everybody', rivals: compare,
    alike: ({ rows, organisations }, [{ counts, organisations: all }]) => [
      `${ours(rows.map(({ key, cells: [{ counts: levels }] }) => ({ key, counts: levels })))} ${organisations.length}`, `${theirs(counts, among(rows))} ${all.length}`],
  },
  { name: 'findings', path: 'findings', rivals: findings },
  {
    name: 'positions', path: 'positions', rivals: positions,
    alike: ({ organisations }, rows) => [organisations.map(({ organisationId }) => organisationId).sort().join(), rows.map((row) => row.organisation_id).sort().join()],
  },
];

export const viewsOf = (scene) => views.map(({ name, path, rivals, alike }) => ({
  name, alike, path: `/api/rounds/${scene.round}/${typeof path === 'string' ? path : path(scene)}`,
  rivals: rivals.map((statement) => {
    const values = [scene.round, scene.before, scene.standard, scene.question, scene.questionKey, scene.partnership];
    const used = values.map((value, at) => [`$${at + 1}`, value]).filter(([place]) => statement.includes(place));
    return { text: used.reduce((text, [old], at) => text.replaceAll(old, `$${at + 1}`), statement), values: used.map(([, value]) => value) };
  }),
}));

/** The newest round of a generated partnership, with a standard and a question to look at. `keys` are those of its rated questions that everybody is asked, by identifier. */
export async function sceneOf(database, name) {
  const { rows: [found] } = await database.query(`
    with newest as (
      select r.partnership_id, r.id, r.previous_round_id, r.template_version_id, v.manifest from app.round r
      join app.template_version v on v.partnership_id = r.partnership_id and v.id = r.template_version_id where r.reference = $1 || ' Survey 2026'),
    plain as (
      select q.id, q.key, q.section_key from newest n, jsonb_path_query(n.manifest, '$.sections[*] ? (!exists (@.appliesTo)).questions[*] ? (@.type == "level" && !exists (@.appliesTo) && !exists (@.showIf)).key') asked (key)
      join app.question q on q.key = asked.key #>> '{}' where q.partnership_id = n.partnership_id and q.template_version_id = n.template_version_id)
    select n.partnership_id as partnership, n.id as round, n.previous_round_id as before, first.section_key as standard, first.id as question, first.key as "questionKey",
      (select json_object_agg(id, key) from plain) as keys
    from newest n, (select * from plain order by key limit 1) first`, [name]);
  return { ...found, keys: new Map(Object.entries(found.keys)) };
}
