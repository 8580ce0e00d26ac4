// `npm run sbom`: everything the program is made of, as CycloneDX, in dist/sbom.json. What is only built and tested with is left out.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../node24.mjs';

const { status, stdout, stderr } = spawnSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev', '--package-lock-only'], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 });
if (status !== 0) {
  console.error(`npm could not list the packages:\n${stderr}`);
  process.exit(1);
}
const bill = JSON.parse(stdout);
mkdirSync(join(root, 'dist'), { recursive: true });
writeFileSync(join(root, 'dist/sbom.json'), `${JSON.stringify(bill, null, 2)}\n`);
console.log(`dist/sbom.json: ${bill.components.length} components, CycloneDX ${bill.specVersion}`);
