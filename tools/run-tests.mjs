// `npm test`: every step, those that stand in one line at the same time, and at the end one line: `N passed, N failed`.
// `--only lint,api` runs some of the steps; further words go to jest, such as `npm test -- --only api answering`.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { buildStale } from './build.mjs';
import { root } from './node24.mjs';

/** Several projects are one run: jest spreads all their files over the cores, the longest first. */
const jest = (...projects) => ({ projects });
const command = (name, ...args) => ({ name, run: () => runCommand(name, args) });

const groups = [
  [{ name: 'build', run: () => counted('build', () => buildStale((line) => console.log(line))) }],
  [command('lint', 'node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0'),
    // the programs hold what the libraries are; each by itself would be read a dozen times
    command('types', 'node_modules/nx/dist/bin/nx.js', 'run-many', '-t', 'types', '--projects', 'domain,api,web,e2e', '--parallel', '2', '--output-style', 'stream')],
  [command('licences', 'tools/supply/licences.mjs')],
  [{ name: 'goldens', optional: true, run: async () => sum([await runJest(['api'], ['goldens']), await runJest(['tools'], ['dependencies', 'client'])]) }],
  [jest('domain', 'tools', 'web', 'api', 'e2e')],
  [command('asvs', 'tools/asvs.mjs')],
];

const args = process.argv.slice(2);
const at = args.indexOf('--only');
const only = at >= 0 ? args[at + 1].split(',') : null;
const words = args.filter((_, index) => at < 0 || (index !== at && index !== at + 1));

const results = [];
for (const group of groups) results.push(...await Promise.all(group.flatMap(asked).map(told)));
const { passed, failed } = sum(results);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);

/** A step, or of several projects those that are asked for; nothing where none is. */
function asked(step) {
  if (!step.projects) return (only ? only.includes(step.name) : !step.optional) ? [step] : [];
  const projects = step.projects.filter((project) => !only || only.includes(project));
  return projects.length > 0 ? [{ name: projects.join(', '), run: () => runJest(projects, words) }] : [];
}

async function told({ name, run }) {
  const started = Date.now();
  console.log(`\n── ${name} ──`);
  const result = await run();
  console.log(`── ${name}: ${result.passed} passed, ${result.failed} failed, ${Math.round((Date.now() - started) / 1000)} s`);
  return result;
}

function sum(all) {
  return all.reduce((total, { passed, failed }) => ({ passed: total.passed + passed, failed: total.failed + failed }), { passed: 0, failed: 0 });
}

async function counted(name, work) {
  try {
    await work();
    return { passed: 1, failed: 0 };
  } catch (error) {
    console.error(`${name} failed: ${error.message}`);
    return { passed: 0, failed: 1 };
  }
}

function runCommand(name, words) {
  return counted(name, async () => {
    const code = await run(words, 'inherit');
    if (code !== 0) throw new Error(`it ended with ${code}`);
  });
}

/** A project whose specs could not even be loaded counts as a failure, never as nothing. */
async function runJest(projects, words) {
  const folder = mkdtempSync(join(tmpdir(), 'attest-jest-'));
  const file = join(folder, 'result.json');
  const code = await run(['--experimental-vm-modules', 'node_modules/jest/bin/jest.js', '--json', `--outputFile=${file}`, '--maxWorkers', '100%', '--selectProjects', ...projects, '--testPathPatterns', words.length > 0 ? words.join('|') : '.*']);
  try {
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, testResults } = JSON.parse(readFileSync(file, 'utf8'));
    if (words.length === 0) keepResults(projects.join('-'), testResults);
    const broken = numRuntimeErrorTestSuites + (code !== 0 && numFailedTests === 0 && numRuntimeErrorTestSuites === 0 ? 1 : 0);
    return { passed: numPassedTests, failed: numFailedTests + broken };
  } catch {
    return { passed: 0, failed: 1 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** For whoever asks afterwards whether a test passed, such as the ledger of requirements; only of a whole run of the projects. */
function keepResults(name, suites) {
  const folder = join(root, 'dist/test-results');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.json`), JSON.stringify(Object.fromEntries(suites.map(({ name: spec, assertionResults }) => [
    relative(root, spec), assertionResults.map(({ ancestorTitles, title, status }) => ({ path: [...ancestorTitles, title], status })),
  ]))));
}

function run(words, stdout = 'ignore') {
  const child = spawn(process.execPath, ['--no-warnings', ...words], {
    cwd: root, stdio: ['ignore', stdout, 'inherit'],
    env: { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false', CI: 'true', NODE_OPTIONS: '--no-warnings' },
  });
  return new Promise((done) => child.on('exit', (code) => done(code ?? 1)));
}
