// Builds what is stale, and nothing else: the outputs remember a fingerprint of the sources they were made from.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkBudget } from './budget.mjs';
import { root } from './node24.mjs';

const node = process.execPath;
const steps = [
  { name: 'api', says: 'Building the API', from: ['apps/api/src', 'libs', 'tools/build-api.mjs'], command: [node, ['tools/build-api.mjs']], makes: 'dist/apps/api/main.mjs' },
  { name: 'web', says: 'Building the web application', from: ['apps/web', 'libs'], command: [node, ['node_modules/nx/dist/bin/nx.js', 'build', 'web']], makes: 'dist/apps/web/browser/index.html', then: checkBudget },
];

/** Answers the names of what was built. */
export async function buildStale(say, wanted = steps.map(({ name }) => name)) {
  const built = [];
  for (const step of steps.filter(({ name }) => wanted.includes(name))) {
    const print = fingerprint([...step.from, 'package-lock.json', 'tsconfig.base.json']);
    const stamp = join(root, `dist/.${step.name}`);
    if (existsSync(join(root, step.makes)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === print) continue;
    await withProgress(step.says, say, () => run(...step.command));
    step.then?.();
    mkdirSync(join(root, 'dist'), { recursive: true });
    writeFileSync(stamp, print);
    built.push(step.name);
  }
  return built;
}

/** Names, sizes and times of the sources: enough to know whether they changed, in milliseconds. */
function fingerprint(paths) {
  const hash = createHash('sha256');
  const visit = (path) => {
    const { size, mtimeMs } = statSync(join(root, path));
    if (!statSync(join(root, path)).isDirectory()) return void hash.update(`${path} ${size} ${mtimeMs}\n`);
    for (const entry of readdirSync(join(root, path)).sort()) visit(`${path}/${entry}`);
  };
  paths.forEach(visit);
  return hash.digest('hex');
}

export async function withProgress(title, say, work) {
  const started = Date.now();
  say(`${title}…`);
  const ticker = setInterval(() => say(`  ${title.toLowerCase()}: ${Math.round((Date.now() - started) / 1000)} s`), 5000);
  try {
    return await work();
  } finally {
    clearInterval(ticker);
  }
}

function run(command, args) {
  const child = spawn(command, args, { cwd: root, env: { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false', CI: 'true' }, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => { said += chunk; });
  return new Promise((done, failed) => {
    child.on('error', failed);
    child.on('exit', (code) => (code === 0 ? done(said) : failed(new Error(`The build failed:\n${said}`))));
  });
}
