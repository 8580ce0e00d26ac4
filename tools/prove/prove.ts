// `npm run prove-isolation`: whether anybody can reach what is another's, asked of the whole program. What it does goes
// to stderr, one JSON line a part to stdout, and at the end one line: `N probes, N leaks`. Further words run single parts.
import 'reflect-metadata';
import { startApi } from '../../apps/api/test/start-api';
import { proveRoutes, type Finding } from './routes';
import { aWorld } from './world';

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
