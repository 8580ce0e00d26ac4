import type { Client } from './client';
import { until } from './until';

export interface MadeExport {
  readonly id: string; readonly state: string; readonly file: string; readonly problem: string; readonly total: number; readonly done: number; readonly bytes: number; readonly sha256: string;
  readonly taken: readonly { readonly by: string }[]; readonly moves: readonly string[]; readonly own: boolean; readonly by: string;
}
const usual = { audience: 'qp', layer: 'moderated', filters: {}, reason: 'For the meeting' };

/** Asks for a file, and waits until it is there or nothing came of it. */
export async function madeBy(client: Client, wanted: Readonly<Record<string, unknown>>): Promise<MadeExport> {
  const asked = await client.post<MadeExport>('/api/exports', { ...usual, ...wanted });
  if (asked.status !== 201) throw new Error(JSON.stringify(asked.body));
  return settledExport(client, asked.body.id);
}

export async function settledExport(client: Client, id: string): Promise<MadeExport> {
  let found: MadeExport | undefined;
  await until(async () => {
    found = (await client.get<MadeExport[]>('/api/exports')).body.find((one) => one.id === id);
    return found !== undefined && !['waiting', 'running'].includes(found.state);
  });
  return found!;
}

export async function bytesOf(client: Client, { file }: Pick<MadeExport, 'file'>): Promise<Buffer> {
  const { status, body } = await client.get<ArrayBuffer>(file);
  if (status !== 200) throw new Error(`The file was answered ${status}.`);
  return Buffer.from(body);
}
