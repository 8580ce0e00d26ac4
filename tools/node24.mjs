// The first step of every command. Runs on whatever Node the machine has (20 or later), installs what is missing,
// and goes on under the Node 24 that the installation brings. Imports nothing that needs installing.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, 'node_modules/.attest-installed');

/** Runs `script` under the right Node with everything installed, and exits as it exits. */
export function runUnderNode24(script, ...args) {
  install();
  const node = join(root, 'node_modules/node/bin/node');
  const child = spawn(node, [...nodeFlags, join(root, script), ...args, ...process.argv.slice(2)], { stdio: 'inherit', cwd: root });
  // Ctrl-C reaches the child by itself: it says goodbye in its own time, and we leave when it has
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('exit', (code, signal) => process.exit(signal ? 1 : code));
}

/** For the program: garbage may come to six tenths of what is in use. V8 would let it come to four times as much, for little time won. */
export const frugal = ['--heap-growing-percent=60'];

const nodeFlags = ['--enable-source-maps', '--no-warnings'];

function install() {
  const [major] = process.versions.node.split('.').map(Number);
  if (major < 20) fail(`Attest needs Node 20 or later to start; this is ${process.version}. Install a newer one from your package manager.`);
  const wanted = createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log('Installing what Attest needs (about two minutes the first time; warnings about engines are harmless)…');
  const ticker = spawn(process.execPath, ['-e', 'setInterval(() => process.stdout.write("."), 2000)'], { stdio: ['ignore', 'inherit', 'ignore'] });
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status, stdout, stderr } = spawnSync(npm, ['ci', '--no-audit', '--no-fund'], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 });
  ticker.kill();
  console.log('');
  if (status !== 0) fail(`The installation failed:\n${stdout}\n${stderr}\nCheck the connection to the package registry, then try again.`);
  writeFileSync(stamp, wanted);
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
