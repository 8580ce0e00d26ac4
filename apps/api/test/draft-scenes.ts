import type { Template } from '@attest/domain/questionnaire';
import type { Any } from './any';
import type { Answered, Client } from './client';

export interface Draft { readonly id: string; readonly revision: number; readonly template: Template; readonly [more: string]: Any }

/** The next edition of a published version. */
export async function aDraft(businessUnit: Client, versionId: string): Promise<Draft> {
  const { status, body } = await businessUnit.post<Draft>('/api/templates/drafts/from-version', { versionId });
  if (status !== 201) throw new Error(`No draft was begun: ${JSON.stringify(body)}`);
  return body;
}

/** Changes it as it stood at that revision. */
export const edit = (client: Client, { id, revision }: Pick<Draft, 'id' | 'revision'>, ...edits: object[]): Promise<Answered<Any>> =>
  client.post(`/api/templates/drafts/${id}/edits`, { revision, edits });

/** As it stands now. */
export const read = async (client: Client, { id }: Pick<Draft, 'id'>): Promise<Draft> => (await client.get<Draft>(`/api/templates/drafts/${id}`)).body;

export const titled = (title: string) => ({ edit: 'settings', changes: { title } });
