import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Express } from 'express';

/** Months ahead, so that whoever finds a hole knows that somebody still reads this (RFC 9116 advises less than a year). */
const MONTHS_AHEAD = 6;

/** Where to tell of a hole in this Attest (RFC 9116). Without a contact there is none: a wrong address is worse. */
export function serveSecurityTxt(app: NestExpressApplication, { securityContact, publicUrl }: { readonly securityContact: string | null; readonly publicUrl: URL | null }): void {
  if (!securityContact) return;
  const express: Express = app.getHttpAdapter().getInstance();
  express.get('/.well-known/security.txt', (_request, response) => {
    response.type('text/plain; charset=utf-8').send(securityTxt(securityContact, publicUrl, new Date()));
  });
}

export function securityTxt(contact: string, publicUrl: URL | null, now: Date): string {
  const expires = new Date(now);
  expires.setUTCMonth(expires.getUTCMonth() + MONTHS_AHEAD);
  return [
    `Contact: ${contact}`,
    `Expires: ${expires.toISOString().replace(/\.\d+Z$/, 'Z')}`,
    'Preferred-Languages: en',
    ...(publicUrl ? [`Canonical: ${new URL('/.well-known/security.txt', publicUrl)}`, `Policy: ${new URL('/help#security', publicUrl)}`] : []),
    '',
  ].join('\n');
}
