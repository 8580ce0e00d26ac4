// Reading a workbook of 120 questions through the whole API, from the upload to the draft; and how much of what is wrong in
// some ninety broken workbooks is told, each in the words that were written down beforehand.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { percentile, rounded } from './figures.mjs';
import { root } from '../node24.mjs';
import { ofSize } from './templates.mjs';

const QUESTIONS = 120;
const TIMES = 10;
const MOST_UPLOADS = 50;

export async function workbook(scene, say) {
  const unit = await scene.signIn('unit@demo.attest.example');
  const { broken, soundTemplate, sheetsOf, xlsxOf } = await suite();
  const bytes = await xlsxOf(sheetsOf(ofSize({ ...soundTemplate, code: 'bench-workbook' }, QUESTIONS)));
  const [read, made] = [[], []];
  for (let turn = 0; turn < TIMES; turn++) {
    const started = performance.now();
    const seen = await upload(unit, bytes);
    read.push(performance.now() - started);
    const applied = await unit.send('POST', `/api/templates/imports/${seen.body.id}/apply`, { reasons: [] });
    if (applied.status !== 200) throw new Error(JSON.stringify(applied.body).slice(0, 500));
    made.push(performance.now() - started);
  }
  let found = 0;
  for (const [at, [name, make, told]] of broken.entries()) {
    if (at % MOST_UPLOADS === 0) await scene.database.query('delete from app.attempt');
    const { body, status } = await upload(unit, await make());
    const said = status === 201 ? [...body.problems, ...body.later].map(({ sheet, row, column, detail }) => `${sheet}!${column}${row || ''} ${detail}`) : [status === 413 ? 'The file is larger than 5 MB.' : body.detail];
    if (said.some((one) => told.test(one))) found += 1;
    else say(`not told: ${name}`);
  }
  const seconds = (times) => ({ seconds: rounded(percentile(times, 0.5) / 1000, 3), slowest: rounded(percentile(times, 1) / 1000, 3) });
  say(`problems found ${found} of ${broken.length} planted`);
  return [
    { bench: 'workbook', name: `read-${QUESTIONS}`, ...seconds(read), bytes: bytes.length },
    { bench: 'workbook', name: `read-and-draft-${QUESTIONS}`, ...seconds(made), bytes: bytes.length },
    { bench: 'workbook', name: 'problems', found, planted: broken.length },
  ];
}

function upload(unit, bytes) {
  const edge = 'attest-bench-edge';
  const head = `--${edge}\r\ncontent-disposition: form-data; name="file"; filename="bench.xlsx"\r\ncontent-type: application/octet-stream\r\n\r\n`;
  return unit.sendBytes('POST', '/api/templates/imports', Buffer.concat([Buffer.from(head), Buffer.from(bytes), Buffer.from(`\r\n--${edge}--\r\n`)]), `multipart/form-data; boundary=${edge}`);
}

/** The suite of the tests, bundled: what it imports is TypeScript. */
async function suite() {
  const folder = mkdtempSync(join(root, 'dist/bench-'));
  try {
    const entry = join(folder, 'suite.ts');
    writeFileSync(entry, `export { broken, soundTemplate } from '../../apps/api/test/broken-workbooks';\nexport { xlsxOf } from '../../apps/api/test/packages';\nexport { sheetsOf } from '../../libs/domain/src/workbook';\n`);
    await build({ entryPoints: [entry], outfile: join(folder, 'suite.mjs'), bundle: true, platform: 'node', format: 'esm', target: 'node24', packages: 'external', tsconfig: join(root, 'tsconfig.base.json'), logLevel: 'warning' });
    return await import(join(folder, 'suite.mjs'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
