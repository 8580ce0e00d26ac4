import { createHash } from 'node:crypto';
import type { Request } from 'express';

export const SESSION_SETTINGS = Symbol('what the environment says of sessions');

export interface SessionSettings {
  /** Whether the people of the demonstration may be signed in. */
  readonly demo: boolean;
  /** Whether people come over HTTPS. */
  readonly secureCookies: boolean;
}

/** The `__Host-` prefix binds the cookie to this host; browsers accept it over HTTPS only. */
export const cookieName = (secure: boolean) => (secure ? '__Host-attest' : 'attest');

/** Minutes without a request after which a session ends, and hours after which it ends whatever happens. */
export const IDLE_MINUTES = 60;
export const ABSOLUTE_HOURS = 12;

/** Minutes for which somebody who has just proved who they are need not do so again. */
export const FRESH_MINUTES = 10;

/** Only the hash of a token is stored: a copy of the database opens no session. */
export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Over HTTPS from the bound cookie alone: the other could have been set by anybody on a neighbouring host. */
export const tokenFrom = (request: Request, { secureCookies }: SessionSettings): string | null => cookieIn(request, cookieName(secureCookies));

export function cookieIn(request: Request, name: string): string | null {
  const cookies = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  return cookies.find(([known]) => known === name)?.[1] || null;
}
