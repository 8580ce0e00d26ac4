import { Logger } from '@nestjs/common';
import { AuthorizationResponseError, ClientError, ResponseBodyError, WWWAuthenticateChallengeError } from 'openid-client';

/** Everything that ends a journey otherwise than signed in. The page that is shown then has a sentence for each. */
export const reasons = [
  'unknown-provider', 'provider-away', 'cancelled', 'started-elsewhere', 'not-accepted', 'other-directory', 'not-invited', 'no-role', 'not-recent',
  'linked-elsewhere', 'signed-out', 'another-person', 'has-account', 'invitation-over', 'our-side',
] as const;
export type Reason = (typeof reasons)[number];

export class WentWrong extends Error {
  constructor(readonly reason: Reason, detail = '') {
    super(detail ? `${reason} (${detail})` : reason);
  }
}

const logger = new Logger('Providers');

/** Whatever was thrown, as one of ours. Logged by its kind: descriptions of providers may hold names and codes. */
export function reasonOf(error: unknown, provider: string): Reason {
  const wrong = error instanceof WentWrong ? error : classified(error);
  if (wrong) logger.warn(`Signing in by ${provider} ended: ${wrong.message}`);
  else logger.error(error instanceof Error ? error.stack : String(error));
  return wrong?.reason ?? 'our-side';
}

function classified(error: unknown): WentWrong | null {
  if (error instanceof AuthorizationResponseError) return new WentWrong(atProvider[error.error] ?? 'not-accepted', plain(error.error));
  if (error instanceof ResponseBodyError) return new WentWrong(error.status >= 500 ? 'provider-away' : 'not-accepted', plain(error.error));
  if (error instanceof WWWAuthenticateChallengeError) return new WentWrong('not-accepted', 'the client was refused');
  if (error instanceof ClientError) return new WentWrong(unanswered(error.cause) || away.includes(error.code ?? '') ? 'provider-away' : 'not-accepted', `${error.code}: ${error.message}`);
  return unanswered(error) ? new WentWrong('provider-away', 'nobody answered') : null;
}

const atProvider: Readonly<Record<string, Reason>> = { access_denied: 'cancelled', temporarily_unavailable: 'provider-away', server_error: 'provider-away' };

/** Answers that are none: too late, or a page of whatever stands before the provider. */
const away = ['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_JSON', 'OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_PARSE_ERROR'];

/** What fetch throws where nobody is. */
const unanswered = (error: unknown) => String(error) === 'TypeError: fetch failed';

const plain = (code: string) => code.replace(/[^\w-]/g, '').slice(0, 60);
