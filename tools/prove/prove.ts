// `npm run prove-isolation`: whether anybody can reach what is another's, asked of the whole program. What it does goes
// to stderr, one JSON line a part to stdout, and at the end one line: `N probes, N leaks`. Further words run single parts.
import 'reflect-metadata';
import { startApi } from '../../apps/api/test/start-api';
import { contextFindings } from './context';
import { plantFaults } from './faults';
import { principalsOf } from './principals';
import { Rows } from './rows';
import { costOf } from './cost';
import { leadsOf, proveReuse, sayItToAnyConnection } from './reuse';
import { proveRoutes, type Finding } from './routes';
import { aWorld } from './world';
import { proveWorlds } from './worlds';

export interface Part {
  /** What is printed as JSON, beside the name. */
  readonly figures: Readonly<Record<string, unknown>>;
  readonly probes: number;
  readonly findings: readonly Finding[];
}

const say = (line: string) => console.error(`  ${line}`);

const parts: Readonly<Record<string, () => Promise<Part>>> = {
  async routes() {
    const api = await startApi();
    const { findings, ...figures } = await proveRoutes(await aWorld(api), { say });
    await api.stop();
    return { figures, probes: figures.probes, findings };
  },
  async rows() {
    const api = await startApi();
    const { findings, ...figures } = await (await Rows.of(api, await principalsOf(await aWorld(api)))).prove();
    const believed = await contextFindings(api);
    await api.stop();
    return { figures, probes: figures.probes, findings: [...findings, ...believed] };
  },
  async planted() {
    const api = await startApi();
    const world = await aWorld(api);
    const { detected, idle } = await plantFaults(world, await principalsOf(world), { say });
    await api.stop();
    const missed = detected.filter(({ by }) => by.length === 0);
    const by = Object.fromEntries(['start', 'rows', 'context', 'routes'].map((part) => [part, detected.filter((one) => one.by.includes(part)).length]));
    console.log(`planted ${detected.length - missed.length} of ${detected.length}`);
    return { figures: { planted: detected.length, detected: detected.length - missed.length, by, idle }, probes: 0, findings: missed.map(({ name }) => ({ kind: 'fault', what: `Nothing noticed: ${name}.` })) };
  },
  async worlds() {
    const api = await startApi();
    const { findings, ...figures } = await proveWorlds(api, 60, 175);
    await api.stop();
    return { figures, probes: figures.probes, findings };
  },
  async reuse() {
    const api = await startApi();
    const { findings, ...figures } = await proveReuse(api, await leadsOf(api, 50), 12_000, say);
    const careless = await startApi();
    const leads = await leadsOf(careless, 50);
    sayItToAnyConnection(careless);
    const control = (await proveReuse(careless, leads, 1000)).foreign;
    await Promise.all([api.stop(), careless.stop()]);
    const blind: Finding[] = control > 0 ? [] : [{ kind: 'fault', what: 'With who is asking said to any connection, no answer went to another caller: this proof sees nothing.' }];
    return { figures: { ...figures, foreignWithTheMistake: control }, probes: figures.requests, findings: [...findings, ...blind] };
  },
  async cost() {
    const figures = await costOf(startApi, 500);
    return { figures: { ...figures }, probes: 0, findings: [] };
  },
};

const SHOWN = 40;
const wanted = process.argv.slice(2).filter((word) => word in parts);
const total = { probes: 0, leaks: 0, faults: 0 };
for (const name of wanted.length > 0 ? wanted : Object.keys(parts)) {
  console.error(`Proving: ${name}…`);
  const started = Date.now();
  const { figures, probes, findings } = await parts[name]!();
  const leaks = findings.filter(({ kind }) => kind === 'leak').length;
  for (const { kind, what } of findings.slice(0, SHOWN)) console.error(`  ${kind.toUpperCase()}: ${what}`);
  if (findings.length > SHOWN) console.error(`  … and ${findings.length - SHOWN} more`);
  console.log(JSON.stringify({ prove: name, ...figures, leaks, faults: findings.length - leaks, seconds: Math.round((Date.now() - started) / 1000) }));
  total.probes += probes;
  total.leaks += leaks;
  total.faults += findings.length - leaks;
}
if (total.faults > 0) console.log(`${total.faults} faults: the proof does not stand as it should`);
console.log(`${total.probes} probes, ${total.leaks} leaks`);
process.exit(total.leaks + total.faults === 0 && total.probes > 0 ? 0 : 1);
