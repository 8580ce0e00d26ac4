import { Secret, TOTP } from 'otpauth';
import type { AuthenticatorOffer } from './second-factor.dto';

/** RFC 6238 as every authenticator app has it: SHA-1, six digits, thirty seconds. */
const PERIOD = 30;
const totp = (secret: Buffer, label = '') => new TOTP({ issuer: 'Attest', label, secret: new Secret({ buffer: new Uint8Array(secret).buffer }), digits: 6, period: PERIOD });

export function authenticatorOffer(secret: Buffer, email: string): AuthenticatorOffer {
  const app = totp(secret, email);
  return { secret: app.secret.base32, uri: app.toString() };
}

/** Which thirty seconds since 1970 the code is of, one before or after now at most; null when it is of none. */
export function acceptedStep(secret: Buffer, code: string, now: Date): number | null {
  const token = code.replace(/\s/g, '');
  // the library throws at letters of more than one byte
  if (!/^\d{6}$/.test(token)) return null;
  const delta = totp(secret).validate({ token, timestamp: now.getTime(), window: 1 });
  return delta === null ? null : Math.floor(now.getTime() / 1000 / PERIOD) + delta;
}
