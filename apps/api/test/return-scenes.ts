import { v7 as uuid } from 'uuid';
import type { Question, Scale, Section, Template } from '@attest/domain/questionnaire';
import { peerGroupOf } from '@attest/domain/rollup';
import type { Any } from './any';
import type { Answered, Client } from './client';
import type { RunningApi } from './start-api';

const rag: Scale = {
  key: 'rag', name: 'Red, amber, green',
  levels: [
    { key: 'green', letter: 'G', word: 'Met', colour: 'green', score: 2, meets: true, meaning: 'In place.' },
    { key: 'amber', letter: 'A', word: 'Partly met', colour: 'amber', score: 1, meets: false, meaning: 'A gap is left.' },
    { key: 'red', letter: 'R', word: 'Not met', colour: 'red', score: 0, meets: false, meaning: 'Not in place.' },
  ],
};
/** The rag scale with a level on top: nothing of it can be compared with the plain one. */
export const fourLevels: Scale = { ...rag, levels: [{ ...rag.levels[0]!, key: 'blue', letter: 'B', word: 'Embedded', score: 3 }, ...rag.levels] };

export function aQuestion(ref: string, key: string, changes: Partial<Question> = {}): Question {
  const rated = (changes.type ?? 'level') === 'level';
  return {
    key, ref, title: `Title of ${key}`, wording: `Wording of ${key}?`, type: 'level', basis: 'good-practice', required: true, naAllowed: false,
    weight: rated ? 1 : 0, explanation: 'optional', ...(rated ? { scale: 'rag', descriptors: { green: 'Good', amber: 'Fair', red: 'Poor' } } : {}), ...changes,
  };
}

const aSection = (ref: string, key: string, questions: readonly Question[]): Section =>
  ({ key, ref, title: `Section ${ref}`, intro: '', weight: 1, questions });

const yesOrNo = [{ key: 'yes', label: 'Yes' }, { key: 'no', label: 'No' }];

/** Seven questions of several types; one is for boarding schools, and two are asked only of those who answer yes to 1.2. */
export function aQuestionnaire(changes: Partial<Template> = {}): Template {
  return {
    code: 'sample', edition: '2026-27', title: 'Sample return', audience: 'school', purpose: 'To test.', effectiveFrom: '2026-09-01', legalBasis: [],
    scales: [rag],
    scoring: { rule: 'attest-1', resultScale: 'rag', bands: [{ level: 'green', from: 80 }, { level: 'amber', from: 50 }, { level: 'red', from: 0 }] },
    sections: [
      aSection('1', 'team', [
        aQuestion('1.1', 'lead', { type: 'person' }),
        aQuestion('1.2', 'uses-placements', { type: 'choice', choices: yesOrNo }),
      ]),
      aSection('2', 'leadership', [
        aQuestion('2.1', 'policy', { critical: true }),
        aQuestion('2.2', 'training', { naAllowed: true, explanation: 'required', words: 50 }),
        aQuestion('2.3', 'boarding', { appliesTo: { features: ['boarding'] } }),
        aQuestion('2.4', 'placement-checks', { showIf: { question: 'uses-placements', is: ['yes'] } }),
      ]),
      aSection('3', 'placements', [aQuestion('3.1', 'placement-visits', { showIf: { question: 'uses-placements', is: ['yes'] } })]),
    ],
    declaration: { role: 'Designated Safeguarding Lead', wording: 'This is true.' },
    ...changes,
  };
}

/** A section of so many optional rated questions, for when many people save at once. */
export const manyQuestions = (count: number): Section =>
  aSection('4', 'many', Array.from({ length: count }, (_, at) => aQuestion(`4.${at + 1}`, `many-${at + 1}`, { required: false })));

export interface Published {
  readonly versionId: string;
  readonly partnershipId: string;
  /** The identifier of a question, by its key. */
  id(key: string): string;
}

export async function published(api: RunningApi, partnershipId: string, template: Template): Promise<Published> {
  const [templateId, versionId] = [uuid(), uuid()];
  await api.administrator.query(
    `insert into app.template (partnership_id, id, code, audience) values ($1, $2, $3, $4) on conflict do nothing`, [partnershipId, templateId, template.code, template.audience]);
  await api.administrator.query(
    `insert into app.template_version (partnership_id, id, template_id, edition, title, state, manifest, content_hash, effective_from, published_at)
     select $1, $2, id, $4, $5, 'draft', $6, 'hash of ' || $4, $7, now() from app.template where partnership_id = $1 and code = $3`,
    [partnershipId, versionId, template.code, template.edition, template.title, JSON.stringify(template), template.effectiveFrom]);
  const questions = template.sections.flatMap((section) => section.questions.map((question) => ({ id: uuid(), key: question.key, ref: question.ref, section: section.key })));
  await api.administrator.query(
    `insert into app.question (partnership_id, id, template_version_id, key, ref, section_key, position)
     select $1, id, $2, key, ref, section, 0 from jsonb_to_recordset($3::jsonb) as q (id uuid, key text, ref text, section text)`,
    [partnershipId, versionId, JSON.stringify(questions)]);
  await api.administrator.query("update app.template_version set state = 'published' where id = $1", [versionId]);
  return { versionId, partnershipId, id: (key) => questions.find((question) => question.key === key)!.id };
}

interface RoundScene {
  readonly name?: string; readonly state?: 'draft' | 'open' | 'closed'; readonly previousRoundId?: string;
  readonly opensOn?: string; readonly dueOn?: string; readonly finalOn?: string;
}

/** An open round, due on 11 December 2026 and final on 29 January 2027, in which each organisation has an empty return. */
export async function aRound(api: RunningApi, { versionId, partnershipId }: Published, organisations: readonly string[], changes: RoundScene = {}) {
  const id = uuid();
  const { name = `Round ${id.slice(-6)}`, state = 'open', opensOn = '2026-09-14', dueOn = '2026-12-11', finalOn = '2027-01-29' } = changes;
  await api.administrator.query(
    `insert into app.round (partnership_id, id, template_version_id, name, reference, state, opens_on, due_on, final_on, audience, previous_round_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, '{"areaIds": [], "phases": [], "sectors": [], "types": []}', $10)`,
    [partnershipId, id, versionId, name, `R${id.slice(-6)}`.toUpperCase(), state, opensOn, dueOn, finalOn, changes.previousRoundId ?? null]);
  const returns = new Map<string, string>();
  for (const organisationId of organisations) returns.set(organisationId, await aReturn(api, partnershipId, id, organisationId));
  return { id, name, returnOf: ({ id: organisationId }: { readonly id: string }) => returns.get(organisationId)! };
}

async function aReturn(api: RunningApi, partnershipId: string, roundId: string, organisationId: string): Promise<string> {
  const [memberId, submissionId] = [uuid(), uuid()];
  const { rows: [organisation] } = await api.administrator.query('select * from app.organisation where id = $1', [organisationId]);
  await api.administrator.query(
    `insert into app.round_member (partnership_id, id, round_id, organisation_id, organisation_name, phase, sector, type, features, peer_group, joined_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, '2026-09-14')`,
    [partnershipId, memberId, roundId, organisationId, organisation.name, organisation.phase, organisation.sector, organisation.type, organisation.features, peerGroupOf(organisation)?.key ?? 'other']);
  await api.administrator.query(
    `insert into app.submission (partnership_id, id, round_id, round_member_id, organisation_id, template_version_id)
     select partnership_id, $2, id, $3, $4, template_version_id from app.round where partnership_id = $1 and id = $5`,
    [partnershipId, submissionId, memberId, organisationId, roundId]);
  return submissionId;
}

export const nothing = { level: null, value: null, note: '', naReason: null };
export const rated = (level: string, note = '') => ({ ...nothing, level, note });
export const valued = <Value>(value: Value) => ({ ...nothing, value });
export const notApplicable = (naReason = 'We have none') => ({ ...nothing, naReason });

/** Saves one answer as the page does: a new operation, and the version that is being changed. */
export function save(client: Client, returnId: string, questionId: string, answer: object, version: number | string = 0, operationId: string = uuid()): Promise<Answered<Any>> {
  return client.put(`/api/submissions/${returnId}/answers/${questionId}`, { operationId, ...answer }, { 'if-match': String(version) });
}

/** Answers everything that is required of a school without placements, well or badly. */
export async function answerAll(client: Client, version: Published, returnId: string, level = 'green'): Promise<void> {
  const answers: [string, object][] = [
    ['lead', valued({ name: 'J Ahmed', role: 'Deputy head' })], ['uses-placements', valued('no')], ['policy', rated(level)], ['training', rated(level, 'All staff in September.')],
  ];
  for (const [key, answer] of answers) {
    const saved = await save(client, returnId, version.id(key), answer);
    if (saved.status !== 200) throw new Error(`${key} was not saved: ${JSON.stringify(saved.body)}`);
  }
}

export const declaration = { declared: true, name: 'J Ahmed', role: 'Designated Safeguarding Lead' };
