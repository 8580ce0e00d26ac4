import type { MailSettings } from '@attest/shared/api';

type Variables = Readonly<Record<string, string | undefined>>;

const NOTIFY = 'https://api.notifications.service.gov.uk';

/** How mail leaves: by the outbox page in a demonstration, and not at all until it is set up elsewhere. */
export function mailFrom(variables: Variables, demo: boolean): MailSettings {
  const by = variables['MAIL'] || (demo ? 'outbox' : 'nothing');
  if (by === 'nothing' && !variables['MAIL']) return { by };
  if (by === 'outbox') return outbox(demo);
  if (by === 'smtp') return smtp(variables);
  if (by === 'notify') return notify(variables);
  throw new Error(`MAIL must be "smtp", "notify" or, in a demonstration, "outbox"; it is "${by}".`);
}

function outbox(demo: boolean): MailSettings {
  if (!demo) throw new Error('MAIL=outbox shows everybody every message, so it is for a demonstration only. Set MAIL=smtp or MAIL=notify, or DEMO=on.');
  return { by: 'outbox' };
}

function smtp(variables: Variables): MailSettings {
  const given = variables['SMTP_URL'] ?? '';
  if (!/^smtps?:\/\/[^/]/.test(given) || !URL.canParse(given)) {
    throw new Error('SMTP_URL must be the address of the mail server when MAIL=smtp, such as smtp://user:password@mail.example.org:587.');
  }
  const from = variables['MAIL_FROM'] ?? '';
  if (!/^([^<>\r\n]+ )?<?[^\s<>@]+@[^\s<>@]+>?$/.test(from)) {
    throw new Error(`MAIL_FROM must be the address messages come from when MAIL=smtp, such as Attest <attest@example.org>; it is "${from}".`);
  }
  return { by: 'smtp', url: new URL(given), from };
}

const UUID = '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const API_KEY = new RegExp(`${UUID}-${UUID}$`, 'i');
const TEMPLATE_ID = new RegExp(`^${UUID}$`, 'i');
/** Shorter, and somebody could try them all. */
const SHORTEST_TOKEN = 32;

function notify(variables: Variables): MailSettings {
  const [apiKey = '', templateId = '', url = NOTIFY] = [variables['NOTIFY_API_KEY'], variables['NOTIFY_TEMPLATE_ID'], variables['NOTIFY_URL'] || undefined];
  if (!API_KEY.test(apiKey)) throw new Error('NOTIFY_API_KEY must be a whole key of GOV.UK Notify when MAIL=notify: its name, then two identifiers.');
  if (!TEMPLATE_ID.test(templateId)) throw new Error(`NOTIFY_TEMPLATE_ID must be the identifier of an e-mail template that holds ((subject)) and ((body)); it is "${templateId}".`);
  if (!/^https?:\/\//.test(url) || !URL.canParse(url)) throw new Error(`NOTIFY_URL must be an address such as ${NOTIFY}; it is "${url}".`);
  const callbackToken = variables['NOTIFY_CALLBACK_TOKEN'] || null;
  if (callbackToken !== null && callbackToken.length < SHORTEST_TOKEN) throw new Error(`NOTIFY_CALLBACK_TOKEN must have ${SHORTEST_TOKEN} characters or more.`);
  return { by: 'notify', apiKey, templateId, url: new URL(url), callbackToken };
}
