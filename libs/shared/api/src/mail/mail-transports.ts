import type { FactoryProvider } from '@nestjs/common';
import { MAIL_SETTINGS, MAIL_TRANSPORT, type MailSettings, type MailTransport } from './mail-transport';
import { notifyTransport } from './notify';
import { SiteAddress } from './site-address';
import { smtpTransport } from './smtp';

/** The outbox takes every letter: it is where it was written down. */
const outbox: MailTransport = { send: async () => undefined, close: () => undefined };

/** Null while mail is not set up. */
export const mailTransport: FactoryProvider<MailTransport | null> = {
  provide: MAIL_TRANSPORT,
  inject: [MAIL_SETTINGS, SiteAddress],
  useFactory: (settings: MailSettings, { host }: SiteAddress) => {
    if (settings.by === 'smtp') return smtpTransport({ ...settings, host });
    if (settings.by === 'notify') return notifyTransport(settings);
    return settings.by === 'outbox' ? outbox : null;
  },
};
