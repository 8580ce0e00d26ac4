import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';

/** One process of the built program, that can be killed and comes back at the same address. */
export class Server {
  private child: ChildProcess | null = null;
  readonly url: string;

  constructor(private readonly port: number, private readonly variables: Readonly<Record<string, string>>) {
    this.url = `http://127.0.0.1:${port}`;
  }

  start(): Promise<void> {
    const child = spawn(process.execPath, ['--no-warnings', 'dist/apps/api/main.mjs'], { stdio: ['ignore', 'pipe', 'ignore'], env: { ...process.env, ...this.variables, PORT: String(this.port) } });
    this.child = child;
    return new Promise((done) => {
      child.stdout!.on('data', (chunk) => { if (/^ready /m.test(String(chunk))) done(); });
      // with its database away it cannot start, and whoever looks after it tries again
      child.on('exit', () => done());
    });
  }

  get runs(): boolean {
    return this.child !== null && this.child.exitCode === null && this.child.signalCode === null;
  }

  kill(): Promise<void> {
    const { child } = this;
    if (!child || !this.runs) return Promise.resolve();
    return new Promise((done) => {
      child.on('exit', () => done());
      child.kill('SIGKILL');
    });
  }
}

export const freePort = (): Promise<number> => new Promise((done) => {
  const probe = createServer().listen(0, '127.0.0.1', () => {
    const { port } = probe.address() as { port: number };
    probe.close(() => done(port));
  });
});
