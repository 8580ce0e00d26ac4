import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { EICAR } from './evidence-files';

/** Where a scanner listens, as CLAMAV takes it, and how it is stopped. */
export interface Clamd { readonly address: string; readonly real: boolean; stop(): Promise<void> }

/** The real one where it is installed, with one line of a signature of its own; otherwise a server of ours that speaks as it does. */
export async function aClamd(): Promise<Clamd> {
  return (await isInstalled()) ? theRealOne() : spokenLike();
}

const isInstalled = () => promisify(execFile)('clamd', ['--version']).then(() => true, () => false);

async function theRealOne(): Promise<Clamd> {
  const folder = mkdtempSync(join(tmpdir(), 'attest-clamd-'));
  const socket = join(folder, 'clamd.ctl');
  writeFileSync(join(folder, 'eicar.hdb'), `${createHash('md5').update(EICAR).digest('hex')}:${EICAR.length}:Eicar-Test-Signature\n`);
  writeFileSync(join(folder, 'clamd.conf'), `LocalSocket ${socket}\nDatabaseDirectory ${folder}\nForeground yes\nStreamMaxLength 30M\nMaxScanSize 30M\nMaxFileSize 30M\n`);
  const child: ChildProcess = spawn('clamd', ['--config-file', join(folder, 'clamd.conf')], { stdio: 'ignore' });
  const gone = new Promise((exited) => child.once('exit', exited));
  await listening(socket);
  return { address: socket, real: true, stop: async () => { child.kill(); await gone; rmSync(folder, { recursive: true, force: true }); } };
}

async function listening(socket: string): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    const answered = await new Promise<boolean>((done) => { const one = connect(socket, () => { one.destroy(); done(true); }); one.on('error', () => done(false)); });
    if (answered) return;
    await new Promise((later) => setTimeout(later, 100));
  }
  throw new Error('clamd did not start.');
}

/** INSTREAM, as the manual of clamd has it: pieces with their length before each, and a verdict after the last. */
async function spokenLike(): Promise<Clamd> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => {});
    let bytes = Buffer.alloc(0);
    socket.on('data', (part) => {
      bytes = Buffer.concat([bytes, part]);
      const said = verdictOn(bytes);
      if (said) socket.end(`${said}\0`);
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as { port: number };
  return { address: `127.0.0.1:${port}`, real: false, stop: () => new Promise((gone) => { for (const socket of sockets) socket.destroy(); server.close(() => gone()); }) };
}

/** Null while there is more to come. */
function verdictOn(bytes: Buffer): string | null {
  const command = 'zINSTREAM\0';
  if (bytes.length < command.length) return null;
  if (bytes.toString('latin1', 0, command.length) !== command) return 'UNKNOWN COMMAND';
  const parts: Buffer[] = [];
  for (let at = command.length; at + 4 <= bytes.length;) {
    const length = bytes.readUInt32BE(at);
    if (length === 0) return Buffer.concat(parts).includes(EICAR) ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK';
    if (at + 4 + length > bytes.length) return null;
    parts.push(bytes.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}
