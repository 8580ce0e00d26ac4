import type { MailText, Sentence } from './mail-text';

/** How mail leaves, as the environment says. */
export type MailSettings =
  /** It does not: it is read in the browser. A demonstration only. */
  | { readonly by: 'outbox' }
  /** Not set up yet: what is to be sent waits. */
  | { readonly by: 'nothing' }
  | { readonly by: 'smtp'; readonly url: URL; readonly from: string }
  | { readonly by: 'notify'; readonly apiKey: string; readonly templateId: string; readonly url: URL; readonly callbackToken: string | null };

export const MAIL_SETTINGS = Symbol('what the environment says of mail');
export const MAIL_TRANSPORT = Symbol('how mail leaves this process');

export interface Letter {
  readonly id: string;
  readonly to: string;
  readonly subject: Sentence;
  readonly text: MailText;
}

export interface MailTransport {
  /** Answers when somebody has taken responsibility for the letter, and throws `NotDelivered` or anything else when nobody has. */
  send(letter: Letter): Promise<void>;
  close(): void;
}

/** Whoever was asked said no for good: trying again would be answered the same way. */
export class NotDelivered extends Error {}
