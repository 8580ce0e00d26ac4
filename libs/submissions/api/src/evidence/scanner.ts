import { connect, type Socket } from 'node:net';
import { Inject, Injectable } from '@nestjs/common';

export const SCANNER_SETTINGS = Symbol('what the environment says of scanning for malware');

/** Where clamd listens, or null where files are not scanned. */
export type ScannerSettings = { readonly host: string; readonly port: number } | { readonly path: string } | null;

export type Verdict = { readonly clean: true } | { readonly clean: false; readonly what: string };

/** Milliseconds of silence after which clamd counts as away. A full scan of 25 MB takes about half a second. */
const PATIENCE = 60_000;

/** ClamAV's daemon, asked by its INSTREAM: length and bytes of each piece, a length of nought, and one line back. */
@Injectable()
export class Scanner {
  constructor(@Inject(SCANNER_SETTINGS) private readonly settings: ScannerSettings) {}

  get on(): boolean {
    return this.settings !== null;
  }

  /** Throws when clamd is away or says anything but a verdict: whatever was not found clean is not clean. */
  async scan(pieces: AsyncIterable<Buffer>): Promise<Verdict> {
    if (!this.settings) throw new Error('No scanner is set up.');
    const socket = connect(this.settings);
    const answer = lineFrom(socket);
    // what went wrong while sending is told by the line that did not come
    answer.catch(() => {});
    try {
      await send(socket, 'zINSTREAM\0');
      for await (const piece of pieces) await send(socket, lengthOf(piece.length), piece);
      await send(socket, lengthOf(0));
      return verdictIn(await answer);
    } finally {
      socket.destroy();
    }
  }
}

function verdictIn(line: string): Verdict {
  if (line === 'stream: OK') return { clean: true };
  const [, what] = /^stream: (.+) FOUND$/.exec(line) ?? [];
  if (what === undefined) throw new Error(`clamd said: ${line.slice(0, 200)}`);
  return { clean: false, what };
}

const lengthOf = (length: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(length);
  return bytes;
};

async function send(socket: Socket, ...parts: (Buffer | string)[]): Promise<void> {
  for (const part of parts) await new Promise<void>((sent, failed) => { socket.write(part, (error) => (error ? failed(error) : sent())); });
}

function lineFrom(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let line = '';
    socket.setTimeout(PATIENCE, () => socket.destroy(new Error('clamd does not answer')));
    socket.on('data', (part: Buffer) => {
      line += part.toString('utf8');
      if (line.includes('\0')) resolve(line.slice(0, line.indexOf('\0')));
    });
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('clamd ended the connection without a verdict')));
  });
}
