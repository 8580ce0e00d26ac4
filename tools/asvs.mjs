// `npm run asvs`: how far docs/asvs.yaml is, and everything in it that is not true. Part of `npm run check`.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ledgerFaults, readLedger, readResults, readStandard, standing } from './asvs/ledger.mjs';
import { root } from './node24.mjs';

const textOf = (file) => {
  const path = join(root, file);
  if (!existsSync(path)) return null;
  return statSync(path).isDirectory() ? '' : readFileSync(path, 'utf8');
};

const rows = readLedger();
const faults = ledgerFaults(rows, readStandard(), textOf, readResults());
const levels = standing(rows);
console.log(levels.map(({ level, of, done }) => `L${level} ${done}/${of}`).join(', '));
console.log(levels.map(({ level, byTest, done, partly }) => `L${level}: ${byTest} of ${done} by a named test, ${partly} partly`).join('; '));
if (faults.length > 0) console.error(faults.join('\n'));
process.exit(faults.length > 0 ? 1 : 0);
