import type { Any } from './any';
import type { Answered, Client } from './client';

/** Sends a file as the browser does, under that very name. */
export function bring(client: Client, address: string, name: string, bytes: Buffer): Promise<Answered<Any>> {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(bytes)]), name);
  return client.post(address, form);
}

export const bringTo = (client: Client, { id }: { readonly id: string }, name: string, bytes: Buffer) => bring(client, `/api/organisations/${id}/evidence`, name, bytes);

export const useFor = (client: Client, returnId: string, questionId: string, evidenceId: string): Promise<Answered<Any>> =>
  client.put(`/api/submissions/${returnId}/answers/${questionId}/evidence/${evidenceId}`, undefined as never);

/** The questions of a return by their keys. */
export async function questionsIn(client: Client, returnId: string): Promise<Record<string, Any>> {
  const { body } = await client.get(`/api/submissions/${returnId}`);
  return Object.fromEntries(body.sections.flatMap(({ questions }: Any) => questions).map((question: Any) => [question.key, question]));
}
