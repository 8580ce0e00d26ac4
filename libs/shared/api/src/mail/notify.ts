import { NotifyClient } from 'notifications-node-client';
import { NotDelivered, type Letter, type MailSettings, type MailTransport } from './mail-transport';

const TIMEOUT = 20_000;

interface Asked { readonly method: string; readonly url: string; readonly data: unknown; readonly headers: Record<string, string> }

/**
 * By GOV.UK Notify, whose template holds ((subject)) and ((body)) and nothing else: the words are ours, and kept with the code.
 * The letter's id is its reference, by which Notify tells us later what became of it.
 */
export function notifyTransport({ apiKey, templateId, url }: Extract<MailSettings, { by: 'notify' }>): MailTransport {
  const notify = new NotifyClient(url.origin, apiKey);
  notify.setClient(ask as never); // all that it calls of axios
  return {
    send: async ({ id, to, subject, text }: Letter) => {
      await notify.sendEmail(templateId, to, { personalisation: { subject, body: text }, reference: id });
    },
    close: () => undefined,
  };
}

/** In place of the client's own, which waits for ever for an answer. */
async function ask({ method, url, data, headers }: Asked): Promise<{ data: unknown }> {
  const response = await fetch(url, {
    method, headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(data), signal: AbortSignal.timeout(TIMEOUT), redirect: 'error',
  });
  if (response.ok) return { data: await response.json() };
  const said = `Notify answered ${response.status}: ${faultsIn(await response.text())}`;
  // about the letter itself; 403 is about our key and 429 about our limit, which pass or are mended
  throw response.status === 400 ? new NotDelivered(said) : new Error(said);
}

function faultsIn(body: string): string {
  try {
    const { errors } = JSON.parse(body) as { errors: { message: string }[] };
    return errors.map(({ message }) => message).join('; ');
  } catch {
    return 'nothing that could be read';
  }
}
