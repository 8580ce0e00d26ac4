import { tenancyFaults } from '@attest/shared/api';
import { DataSource } from 'typeorm';
import type { RunningApi } from '../../apps/api/test/start-api';
import { contextFindings, forgetCallers } from './context';
import { mistakes, type Mistake } from './mistakes';
import { faultsOf, type Planted } from './plant';
import type { Principal } from './principals';
import { Rows } from './rows';
import { proveRoutes, type Finding } from './routes';
import type { World } from './world';

export interface Detected { readonly name: string; readonly by: readonly string[] }

/**
 * A proof that cannot fail proves nothing: each fault is planted in the running program, the proof asked again, and the
 * fault taken back. What the proof does not notice is what it is blind to.
 */
export async function plantFaults(world: World, principals: readonly Principal[], { say = () => {} }: { readonly say?: (line: string) => void } = {}): Promise<{ readonly detected: readonly Detected[]; readonly idle: readonly string[] }> {
  const rows = await Rows.of(world.api, principals.filter(({ side }) => side === world.sides[0]));
  const { faults, idle } = await faultsOf(world.api);
  say(`${faults.length} faults of the database, ${mistakes.length} of the program`);
  const detected: Detected[] = [];
  for (const [index, fault] of faults.entries()) {
    detected.push(await inDatabase(world.api, rows, fault));
    if (index % 20 === 0) say(`  ${index} of ${faults.length}`);
  }
  for (const mistake of mistakes) {
    detected.push(await inProgram(world, principals, rows, mistake));
    say(`  ${mistake.name}`);
  }
  const after = await noticed(world.api, rows, ['submission', 'answer', 'round', 'organisation']);
  if (after.length > 0) throw new Error(`A fault was not taken back: ${after.join(', ')} still sees it.`);
  return { detected, idle };
}

async function inDatabase(api: RunningApi, rows: Rows, { name, tables, plant, undo }: Planted): Promise<Detected> {
  await api.administrator.query(plant);
  try {
    return { name, by: await noticed(api, rows, tables) };
  } finally {
    await api.administrator.query(undo);
  }
}

async function inProgram(world: World, principals: readonly Principal[], rows: Rows, { name, make }: Mistake): Promise<Detected> {
  // a program with a mistake in it has much to say
  world.api.app.useLogger(false);
  const undo = make(world.api);
  try {
    const { findings } = await proveRoutes(world, { oneIn: 199, readsOnly: true, principals });
    return { name, by: [...(findings.length > 0 ? ['routes'] : []), ...(await noticed(world.api, rows, []))] };
  } finally {
    undo();
    await forgetCallers(world.api);
  }
}

/** Which parts of the proof are not content. */
async function noticed(api: RunningApi, rows: Rows, tables: readonly string[]): Promise<string[]> {
  const parts: readonly (readonly [string, () => Promise<readonly (Finding | string)[]>])[] = [
    ['start', () => tenancyFaults(api.app.get(DataSource))],
    ['rows', async () => (await rows.prove(tables)).findings],
    ['context', () => contextFindings(api)],
  ];
  const by: string[] = [];
  for (const [name, look] of parts) if ((await look()).length > 0) by.push(name);
  return by;
}
