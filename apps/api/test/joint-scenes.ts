import { v7 as uuid } from 'uuid';
import type { Answers } from '@attest/domain/questionnaire';
import type { Any } from './any';
import type { Client } from './client';
import { aReturnedRound } from './returned-round';
import { aQuestionnaire, rated, valued, type Published } from './return-scenes';
import { aSchool } from './scenes';
import type { RunningApi } from './start-api';

export const jointTemplate = aQuestionnaire({ code: 'joint', title: 'Joint audit' });

/** Published by the front door, so that its hash is that of its content. */
export async function publishedHere(api: RunningApi, unit: Client, partnershipId: string): Promise<Published> {
  const draft = await unit.post('/api/templates/drafts/from-json', { template: jointTemplate });
  const { body } = await unit.post(`/api/templates/drafts/${draft.body.id}/publish`, { revision: 0 });
  return versionOf(api, body.versionId, partnershipId);
}

export async function versionOf({ administrator }: RunningApi, versionId: string, partnershipId: string): Promise<Published> {
  const { rows } = await administrator.query<{ id: string; key: string }>('select id, key from app.question where template_version_id = $1', [versionId]);
  return { versionId, partnershipId, id: (key) => rows.find((row) => row.key === key)!.id };
}

const all = (level: string): Answers => ({ 'uses-placements': valued('no'), policy: rated(level, 'Words of ours.'), training: rated(level, 'Words of ours.') } as Answers);

export async function schoolsOf(api: RunningApi, partnershipId: string, count: number, name: string): Promise<{ id: string; name: string }[]> {
  const schools = [];
  for (let at = 0; at < count; at += 1) schools.push(await aSchool(api, { partnershipId, name: `${name} ${at}` }));
  return schools;
}

export async function takesPartIn({ administrator }: RunningApi, partnershipId: string, school: { readonly id: string }): Promise<void> {
  await administrator.query("insert into app.participation (partnership_id, id, organisation_id, area_id, from_on) select $1, $2, $3, id, '2020-01-01' from app.area where partnership_id = $1 limit 1", [partnershipId, uuid(), school.id]);
}

/** A round that is closed, in which each of these said the same level to everything, and whose figures are published. */
export async function aPublishedRound(api: RunningApi, unit: Client, version: Published, levels: readonly (readonly [school: { readonly id: string }, level: string])[], name: string): Promise<string> {
  const { id } = await aReturnedRound(api, version, jointTemplate, levels.map(([organisation, level]) => ({ organisation, answers: all(level) })), { name, state: 'closed' });
  const { body: { digest, refused } } = await unit.get<Any>(`/api/rounds/${id}/releases`);
  const { status } = await unit.post(`/api/rounds/${id}/releases`, { digest });
  if (status !== 201) throw new Error(`The figures were not published: ${refused}`);
  return id;
}
