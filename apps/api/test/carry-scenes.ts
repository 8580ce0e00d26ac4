import type { Question, Template } from '@attest/domain/questionnaire';
import type { Any } from './any';
import type { Answered, Client } from './client';
import { aQuestion, aQuestionnaire, aRound, answerAll, declaration, published, rated, save, type Published } from './return-scenes';
import { aPartnership, aPerson, aSchool, signedIn, type Partnership } from './scenes';
import type { RunningApi } from './start-api';

/**
 * The sample questionnaire a year on: "policy" in other words under another key, "training" split in two, "boarding" retired,
 * and something new asked first of all. "lead" and "uses-placements" are as they were.
 */
export function theNextEdition(changes: Partial<Template> = {}): Template {
  const before = aQuestionnaire();
  const [team, leadership, placements] = before.sections;
  const same = (question: Question): Question => ({ ...question, lineage: { kind: 'same', from: [question.key] } });
  const of = (key: string) => leadership!.questions.find((question) => question.key === key)!;
  return {
    ...before, edition: '2027-28', title: 'Sample return 2027-28', follows: '2026-27', effectiveFrom: '2027-09-01',
    retired: [{ key: 'boarding', ref: '2.3', title: 'Title of boarding', note: 'Inspected by others now.' }],
    sections: [
      { ...team!, questions: [aQuestion('1.1', 'culture', { lineage: { kind: 'new', from: [] } }), ...team!.questions.map((question, at) => ({ ...same(question), ref: `1.${at + 2}` }))] },
      { ...leadership!, questions: [
        { ...of('policy'), key: 'policy-read', wording: 'Is the policy read by all?', lineage: { kind: 'reworded', from: ['policy'], note: 'Asks about reading.' } },
        aQuestion('2.2', 'training-new', { explanation: 'required', lineage: { kind: 'split', from: ['training'] } }),
        aQuestion('2.3', 'training-all', { lineage: { kind: 'split', from: ['training'] } }),
        same(of('placement-checks')),
      ] },
      { ...placements!, questions: placements!.questions.map(same) },
    ],
    ...changes,
  };
}

export const preview = (client: Client, roundId: string, versionId: string): Promise<Answered<Any>> => client.get(`/api/rounds/${roundId}/carry-overs/${versionId}`);
export const carryOver = (client: Client, roundId: string, versionId: string): Promise<Answered<Any>> => client.post(`/api/rounds/${roundId}/carry-overs`, { templateVersionId: versionId });
export const undo = (client: Client, id: string): Promise<Answered<Any>> => client.post(`/api/carry-overs/${id}/undo`);

/** Three schools with their leads, and the questionnaire in two editions. */
export interface CarryScene {
  readonly here: Partnership;
  readonly unit: Client;
  readonly before: Published;
  readonly after: Published;
  readonly schools: { id: string; name: string }[];
  readonly leads: Client[];
}

export async function aCarryScene(api: RunningApi): Promise<CarryScene> {
  api.today('2026-11-22');
  const here = await aPartnership(api);
  const before = await published(api, here.id, aQuestionnaire());
  const after = await published(api, here.id, theNextEdition());
  const schools = [await aSchool(api, { name: 'Ash Primary' }), await aSchool(api, { name: 'Beech Primary' }), await aSchool(api, { name: 'Cedar Primary' })];
  const leads: Client[] = [];
  for (const [at, { id: organisationId }] of schools.entries()) leads.push(await signedIn(api, await aPerson(api, { role: 'lead', organisationId, name: `Lead ${at + 1}` })));
  return { here, unit: here.businessUnit, before, after, schools, leads };
}

/** A round in which the first school has begun, the second has submitted and the third has done nothing. */
export async function aRoundUnderWay(api: RunningApi, { before, schools, leads }: CarryScene) {
  const round = await aRound(api, before, schools.map(({ id }) => id));
  const returns = schools.map((school) => round.returnOf(school));
  await answerAll(leads[0]!, before, returns[0]!);
  await save(leads[0]!, returns[0]!, before.id('policy'), rated('amber', 'Nearly.'), 1);
  await answerAll(leads[1]!, before, returns[1]!);
  await leads[1]!.post(`/api/submissions/${returns[1]}/submit`, declaration);
  return { round, returns };
}
