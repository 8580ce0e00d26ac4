// Rounds by chance, written row by row behind the curtain, so that hundreds of them are there in seconds.
import fc from 'fast-check';
import { v7 as uuid } from 'uuid';
import { questionsOf, type Answers, type OrganisationProfile, type Template } from '@attest/domain/questionnaire';
import { rate, type Ratings } from '@attest/domain/scoring';
import { answersFor, profiles, templates } from '../../../libs/domain/src/questionnaire/arbitraries';
import { published, type Published } from './return-scenes';
import type { Area } from './scenes';
import type { RunningApi } from './start-api';

/** What one organisation said and was rated. */
export interface GeneratedReturn {
  readonly profile: OrganisationProfile;
  readonly answers: Answers;
  readonly state: 'in-progress' | 'submitted' | 'accepted' | 'reopened';
  readonly exempt: boolean;
  /** On the edition before the one the round has gone over to. */
  readonly early: boolean;
  /** Levels by section; '' is the whole. */
  readonly moderated: Readonly<Record<string, string>>;
  /** Keys of questions for which the library shows something. */
  readonly shown: readonly string[];
}

export interface GeneratedRound {
  readonly template: Template;
  /** The same without its last question: what the round was asked on at first. */
  readonly before: Template;
  readonly returns: readonly GeneratedReturn[];
  /** The round before, of the same questionnaire and organisations. */
  readonly last: readonly GeneratedReturn[];
}

/** Handed in on this edition; `levels` are those of the results. */
function returnsOn(edition: Template, early: boolean): fc.Arbitrary<GeneratedReturn> {
  const levels = edition.scales.find(({ key }) => key === edition.scoring.resultScale)!.levels.map(({ key }) => key);
  return fc.record({
    profile: profiles,
    answers: answersFor(edition),
    // now and then an answer came over from other words, and nobody has looked since
    toCheck: fc.nat(9),
    state: fc.constantFrom<GeneratedReturn['state'][]>('submitted', 'submitted', 'submitted', 'accepted', 'in-progress', 'reopened'),
    exempt: fc.nat(9).map((chance) => chance === 0),
    early: fc.constant(early),
    moderated: fc.dictionary(fc.constantFrom('', ...edition.sections.map(({ key }) => key)), fc.constantFrom(...levels), { maxKeys: 2 }),
    shown: fc.subarray(questionsOf(edition).filter(({ type }) => type === 'evidence').map(({ key }) => key)),
  }).map(({ answers, toCheck, ...rest }) => {
    const said = Object.entries(answers).filter(([, answer]) => answer !== undefined);
    return { ...rest, answers: Object.fromEntries(said.map(([key, answer], at) => [key, at === toCheck ? { ...answer!, toCheck: true } : answer])) };
  });
}

/** At least one organisation, at most twelve. */
export const generatedRounds: fc.Arbitrary<GeneratedRound> = templates.chain((template) => {
  const before = withoutLast(template);
  const returns = fc.oneof({ weight: 4, arbitrary: returnsOn(template, false) }, { weight: 1, arbitrary: returnsOn(before, true) });
  return fc.tuple(fc.array(returns, { minLength: 1, maxLength: 12 }), fc.array(returns, { maxLength: 12 }))
    .map(([now, last]) => ({ template, before, returns: now, last }));
});

/** Conditions only look back, so that nothing hangs on the last question there is. Where it is the only one, nothing is left out. */
function withoutLast(template: Template): Template {
  const shorter = template.sections.map((section, at) => (at === template.sections.length - 1 ? { ...section, questions: section.questions.slice(0, -1) } : section));
  const sections = shorter.filter(({ questions }) => questions.length > 0);
  return sections.length > 0 ? { ...template, sections } : template;
}

export const editionOf = ({ template, before }: GeneratedRound, { early }: GeneratedReturn): Template => (early ? before : template);

export interface PlantedReturn extends GeneratedReturn {
  readonly organisationId: string;
  readonly name: string;
  readonly submissionId: string;
  /** By the rules, as they were handed in. */
  readonly ratings: Ratings;
}

export interface PlantedRound extends Omit<GeneratedRound, 'returns' | 'last'> {
  readonly id: string;
  readonly version: Published;
  readonly returns: readonly PlantedReturn[];
  readonly lastId: string;
  readonly last: readonly PlantedReturn[];
}

/** Puts them into a partnership, each with a questionnaire of its own; the organisations are the same twelve in all of them. */
export async function plant(api: RunningApi, partnership: { readonly id: string; readonly areas: readonly Area[] }, rounds: readonly GeneratedRound[]): Promise<PlantedRound[]> {
  const organisations = Array.from({ length: 12 }, (_, at) => ({ id: uuid(), name: `Generated ${String.fromCharCode(65 + at)}` }));
  await insert(api, 'organisation', 'id uuid, kind text, name text, urn text, phase text', organisations.map(({ id, name }) => ({ id, kind: 'school', name, urn: `G${id.slice(-9)}`, phase: 'primary' })));
  const planted: PlantedRound[] = [];
  const everything: (PlantedReturn & Placed)[] = [];
  for (const round of rounds) {
    const code = `generated-${uuid()}`;
    const earlier = await published(api, partnership.id, { ...round.before, code, edition: 'before' });
    const template = { ...round.template, code, edition: 'now', follows: 'before' };
    const version = await published(api, partnership.id, template);
    const [id, lastId] = [uuid(), uuid()];
    await insert(api, 'round', 'partnership_id uuid, id uuid, template_version_id uuid, name text, reference text, state text, opens_on date, due_on date, final_on date, audience jsonb, previous_round_id uuid', [
      { id: lastId, name: `Last of ${code}`, previous: null }, { id, name: code, previous: lastId },
    ].map((one) => ({
      partnership_id: partnership.id, id: one.id, template_version_id: version.versionId, name: one.name, reference: one.id, state: 'closed', opens_on: '2026-09-01', due_on: '2026-10-01', final_on: '2026-11-01', audience: {},
      previous_round_id: one.previous,
    })));
    const placed = (of: readonly GeneratedReturn[], roundId: string) => of.map((one, at): PlantedReturn & Placed => {
      const area = partnership.areas[at % 3] ?? null;
      const profile = { ...one.profile, area: area?.laCode ?? null };
      return {
        ...one, roundId, area, profile, version: one.early ? earlier : version, organisationId: organisations[at]!.id, name: organisations[at]!.name, submissionId: uuid(),
        ratings: rate(editionOf(round, one), profile, one.answers),
      };
    });
    const [returns, last] = [placed(round.returns, id), placed(round.last, lastId)];
    everything.push(...returns, ...last);
    planted.push({ ...round, template, id, version, returns, lastId, last });
  }
  await handIn(api, partnership.id, everything);
  await api.administrator.query('analyze');
  return planted;
}

interface Placed {
  readonly roundId: string;
  readonly version: Published;
  readonly area: Area | null;
}

/** Everything at once, one statement for each table. */
async function handIn(api: RunningApi, partnershipId: string, returns: readonly (PlantedReturn & Placed)[]): Promise<void> {
  const keys = returns.map((one) => ({ partnership_id: partnershipId, submission_id: one.submissionId, organisation_id: one.organisationId, round_id: one.roundId, one }));
  await insert(api, 'round_member', 'partnership_id uuid, id uuid, round_id uuid, organisation_id uuid, organisation_name text, area_id uuid, area_name text, phase text, features text[], peer_group text, exempt_reason text, joined_on date',
    keys.map(({ one, ...key }) => ({
      ...key, id: one.submissionId, organisation_name: one.name, area_id: one.area?.id ?? null, area_name: one.area?.name ?? null, phase: one.profile.phase, features: one.profile.features, peer_group: 'other',
      exempt_reason: one.exempt ? 'Closed' : null, joined_on: '2026-09-01',
    })));
  await insert(api, 'submission', 'partnership_id uuid, id uuid, round_id uuid, round_member_id uuid, organisation_id uuid, template_version_id uuid, state text, submitted_at timestamptz, evidence jsonb',
    keys.map(({ one, ...key }) => ({
      ...key, id: one.submissionId, round_member_id: one.submissionId, template_version_id: one.version.versionId, state: one.state, submitted_at: '2026-10-01T10:00:00Z',
      evidence: Object.fromEntries(one.shown.map((question) => [one.version.id(question), 1])),
    })));
  await insert(api, 'answer', 'partnership_id uuid, submission_id uuid, question_id uuid, organisation_id uuid, level text, value jsonb, note text, na_reason text, to_check boolean, version int, updated_by uuid, updated_by_name text',
    keys.flatMap(({ one, ...key }) => Object.entries(one.answers).map(([question, answer]) => ({
      ...key, question_id: one.version.id(question), ...answer!, na_reason: answer!.naReason, to_check: answer!.toCheck ?? false, version: 1, updated_by: key.organisation_id, updated_by_name: 'J Ahmed',
    }))));
  await insert(api, 'rating', 'partnership_id uuid, submission_id uuid, section_key text, layer text, round_id uuid, organisation_id uuid, level text, won int, available int, rule text, trace jsonb',
    keys.flatMap(({ one, ...key }) => [
      ...[{ key: '', rating: one.ratings.overall }, ...one.ratings.sections].map(({ key: section, rating: { level, score, trace } }) => ({ ...key, section_key: section, layer: 'self', level, ...score, rule: 'attest-1', trace })),
      ...Object.entries(one.moderated).map(([section, level]) => ({ ...key, section_key: section, layer: 'moderated', level, won: 0, available: 0, rule: 'attest-1', trace: null })),
    ]));
}

/** `columns` are names with their types, as `jsonb_to_recordset` takes them. */
async function insert({ administrator }: RunningApi, table: string, columns: string, rows: readonly object[]): Promise<void> {
  const names = columns.split(', ').map((column) => column.split(' ')[0]!);
  const values = names.map((name) => (['value', 'trace'].includes(name) ? `nullif(${name}, 'null')` : name));
  await administrator.query(`insert into app.${table} (${names.join(', ')}) select ${values.join(', ')} from jsonb_to_recordset($1::jsonb) as row (${columns})`, [JSON.stringify(rows)]);
}
