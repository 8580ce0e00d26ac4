import { createTransport } from 'nodemailer';
import { NotDelivered, type Letter, type MailTransport } from './mail-transport';

interface SmtpSettings { readonly url: URL; readonly from: string; /** Of the stable Message-ID. */ readonly host: string }

/** Milliseconds to connect, to be greeted, and to be answered. */
const TIMEOUTS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

/**
 * By SMTP. The Message-ID is made from the letter's own id, so that the copy which a crash may cause is recognised as one.
 * Letters hold links that let people in, so that to another machine they go over TLS or not at all,
 * unless the address says `?requireTLS=false`.
 */
export function smtpTransport({ url, from, host }: SmtpSettings): MailTransport {
  const transport = createTransport({
    url: secured(url).href, pool: true, maxConnections: 2, ...TIMEOUTS, disableFileAccess: true, disableUrlAccess: true,
  } as Parameters<typeof createTransport>[0]);
  return {
    send: async ({ id, to, subject, text }: Letter) => {
      await transport.sendMail({
        from, to: { name: '', address: to }, subject, text, messageId: `<${id}@${host}>`,
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      }).catch((error: unknown) => { throw refusedForGood(error) ? new NotDelivered(reasonOf(error)) : error; });
    },
    close: () => transport.close(),
  };
}

function secured(url: URL): URL {
  const local = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  const result = new URL(url);
  if (url.protocol === 'smtp:' && !local && !url.searchParams.has('requireTLS')) result.searchParams.set('requireTLS', 'true');
  return result;
}

/** 5xx about this recipient or this letter. 535 and its like are about our own sign-in, which somebody can mend. */
function refusedForGood(error: unknown): boolean {
  const { responseCode = 0, command = '' } = error as { responseCode?: number; command?: string };
  return responseCode >= 550 && responseCode < 560 && /^(RCPT TO|DATA)$/.test(command);
}

const reasonOf = (error: unknown) => (error as { response?: string; message: string }).response ?? (error as Error).message;
