import { createHash } from 'node:crypto';
import type { Request } from 'express';

/** The `__Host-` prefix binds the cookie to this host; browsers accept it over HTTPS only. */
export const cookieName = (secure: boolean) => (secure ? '__Host-attest' : 'attest');

/** Minutes without a request after which a session ends, and hours after which it ends whatever happens. */
export const IDLE_MINUTES = 60;
export const ABSOLUTE_HOURS = 12;

/** Only the hash of a token is stored: a copy of the database opens no session. */
export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

export function tokenFrom(request: Request): string | null {
  const cookies = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  const found = cookies.find(([name]) => name === cookieName(true) || name === cookieName(false));
  return found?.[1] || null;
}
