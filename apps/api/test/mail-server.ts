import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface ReceivedLetter {
  readonly to: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

export interface MailServer {
  readonly url: string;
  /** Everything it said yes to. */
  readonly received: readonly ReceivedLetter[];
  /** How it answers whoever wants to send to this address, the next times: an SMTP code and words each; then yes again. */
  answers(to: string, ...refusals: { readonly code: number; readonly words: string }[]): void;
  /** Runs when a letter is in and before that is said. */
  whenReceived(act: (() => Promise<void>) | null): void;
  stop(): Promise<void>;
}

/** A real mail server, in this process, that keeps what it is sent. */
export async function aMailServer(): Promise<MailServer> {
  const received: ReceivedLetter[] = [];
  const refusals = new Map<string, { code: number; words: string }[]>();
  let act: (() => Promise<void>) | null = null;
  const server = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, done) => {
      const refusal = refusals.get(address)?.shift();
      done(refusal ? Object.assign(new Error(refusal.words), { responseCode: refusal.code }) : null);
    },
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        received.push({ to: session.envelope.rcptTo[0]!.address, ...parsed(Buffer.concat(parts).toString('utf8')) });
        (act?.() ?? Promise.resolve()).then(() => done(), done);
      });
    },
  });
  server.on('error', () => undefined); // a connection that a test cuts off
  await new Promise<void>((listening) => { server.listen(0, '127.0.0.1', listening); });
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    received,
    answers: (to, ...said) => void refusals.set(to, said),
    whenReceived: (next) => { act = next; },
    stop: () => new Promise((stopped) => { server.close(() => stopped()); }),
  };
}

function parsed(source: string): Pick<ReceivedLetter, 'headers' | 'text'> {
  const end = source.indexOf('\r\n\r\n');
  const lines = source.slice(0, end).replace(/\r\n[ \t]+/g, ' ').split('\r\n');
  const headers = Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]));
  const body = source.slice(end + 4).replaceAll('\r\n', '\n');
  const text = headers['content-transfer-encoding'] === 'quoted-printable' ? unquoted(body) : body;
  return { headers, text };
}

const unquoted = (text: string) => decodeURIComponent(text.replace(/=\n/g, '').replaceAll('%', '%25').replace(/=([0-9A-F]{2})/g, '%$1'));
