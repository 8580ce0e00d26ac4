import type { SignOffStep, Template } from '@attest/domain/questionnaire';
import type { Client } from './client';
import { aQuestionnaire, aRound, answerAll, published, type Published } from './return-scenes';
import { aPartnership, aPerson, aSchool, signedIn, type Partnership, type Person } from './scenes';
import type { RunningApi } from './start-api';

export const chain: readonly SignOffStep[] = [
  { key: 'dsl', who: 'Designated Safeguarding Lead', role: 'lead', declaration: 'It is true.' },
  { key: 'head', who: 'Head teacher', role: 'approver', declaration: 'I have read it.' },
  { key: 'chair', who: 'Chair of governors', role: 'approver', declaration: 'We follow it up.' },
];

export interface SigningScene {
  readonly here: Partnership;
  readonly version: Published;
  readonly school: { readonly id: string; readonly name: string };
  readonly people: Readonly<Record<'lead' | 'head' | 'chair' | 'deputy', Person>>;
  readonly lead: Client;
  readonly head: Client;
  readonly chair: Client;
  readonly deputy: Client;
  /** A return that nothing is left to answer in. */
  answered(level?: string): Promise<string>;
}

/** A school of four people whose returns want three signatures, unless told otherwise. */
export async function aSchoolThatSigns(api: RunningApi, changes: Partial<Template> = {}): Promise<SigningScene> {
  api.today('2026-11-22');
  const here = await aPartnership(api);
  const version = await published(api, here.id, aQuestionnaire({ signOff: chain, ...changes }));
  const school = await aSchool(api, { name: 'Oakfield Primary School' });
  const of = (role: Person['role'], name: string) => aPerson(api, { role, name, organisationId: school.id });
  const people = { lead: await of('lead', 'J Ahmed'), head: await of('approver', 'R Wilkins'), chair: await of('approver', 'G Adeyemi'), deputy: await of('contributor', 'T Fenwick') };
  const clients = { lead: await signedIn(api, people.lead), head: await signedIn(api, people.head), chair: await signedIn(api, people.chair), deputy: await signedIn(api, people.deputy) };
  return {
    here, version, school, people, ...clients,
    answered: async (level = 'green') => {
      const id = (await aRound(api, version, [school.id])).returnOf(school);
      await answerAll(clients.lead, version, id, level);
      return id;
    },
  };
}

export const aSignature = (step: string, name = 'Somebody', role = 'Signer') => ({ step, declared: true, name, role });
export const sign = (client: Client, id: string, step: string, changes: object = {}) => client.post(`/api/submissions/${id}/signatures`, { ...aSignature(step), ...changes });
export const sendBack = (client: Client, id: string, note = 'Please look at 2.1 again.') => client.post(`/api/submissions/${id}/send-back`, { note });
export const signing = (client: Client, id: string) => client.get(`/api/submissions/${id}/signing`);

/** By everybody whose turn it is. */
export async function signedByAll({ lead, head, chair }: SigningScene, id: string): Promise<void> {
  for (const [client, step] of [[lead, 'dsl'], [head, 'head'], [chair, 'chair']] as const) {
    const { status, body } = await sign(client, id, step);
    if (status !== 200) throw new Error(`${step} was not signed: ${JSON.stringify(body)}`);
  }
}
