// `npm run fuzz`: requests made by chance from the document of the API, and every answer held beside it. What it does goes
// to stderr, one JSON line to stdout, and at the end one line: `N requests, N server errors`.
// `npm run fuzz -- 100000 7` sends so many, from that seed.
import 'reflect-metadata';
import { startApi } from '../../apps/api/test/start-api';
import { aWorld } from '../prove/world';
import { fuzz } from './run';

const [requests = 20_000, seed = 20_261_125] = process.argv.slice(2).map(Number);
const SHOWN = 30;
const api = await startApi();
const { findings, ...figures } = await fuzz(await aWorld(api), { requests, seed, say: (line) => console.error(`  ${line}`) });
await api.stop();
for (const finding of findings.slice(0, SHOWN)) console.error(`  ${finding}`);
if (findings.length > SHOWN) console.error(`  … and ${findings.length - SHOWN} more`);
console.log(JSON.stringify({ fuzz: 'api', seed, ...figures }));
if (figures.undocumented > 0) console.log(`${figures.undocumented} answers are not as documented`);
console.log(`${figures.requests} requests, ${figures.serverErrors} server errors`);
process.exit(findings.length === 0 ? 0 : 1);
