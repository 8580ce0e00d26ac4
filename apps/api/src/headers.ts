import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';

/** What no page of ours uses: whoever smuggles a script in does not get it either. */
const unused = ['accelerometer', 'camera', 'display-capture', 'geolocation', 'gyroscope', 'magnetometer', 'microphone', 'midi', 'payment', 'usb'];

/** For everything that is not a page: an answer or a file that is opened by itself loads and runs nothing. */
const nothing = { 'default-src': ["'none'"], 'base-uri': ["'none'"], 'form-action': ["'none'"], 'frame-ancestors': ["'none'"], sandbox: [] };

/**
 * For the page: our own files, and the styles Angular adds under this page's nonce. Text becomes markup or a script
 * through Angular's policies alone; its ways round them, `angular#unsafe-bypass` and the compiler's, are not on the list.
 */
export const pagePolicy = (nonce: string, secure: boolean): string => [
  "default-src 'none'", "base-uri 'self'", "connect-src 'self'", "font-src 'self'", "form-action 'self'", "frame-ancestors 'none'", "img-src 'self' data:",
  `script-src 'self' 'nonce-${nonce}'`, "script-src-attr 'none'", `style-src 'self' 'nonce-${nonce}'`,
  "require-trusted-types-for 'script'", 'trusted-types angular angular#components',
  ...(secure ? ['upgrade-insecure-requests'] : []),
].join(';');

/** On every answer there is, also those that refuse. */
export function setHeaders(app: NestExpressApplication, secure: boolean): void {
  // before Nest's own, which refuses what another site asks for at once
  app.use((request: Request, response: Response, next: NextFunction) => {
    response.setHeader('Permissions-Policy', unused.map((feature) => `${feature}=()`).join(', '));
    if (/^\/(api|health)(\/|$)/.test(request.path)) response.setHeader('Cache-Control', 'no-store');
    next();
  });
  app.useSecurityHeaders({
    strictTransportSecurity: secure && { maxAge: 2 * 365 * 86_400, includeSubDomains: true },
    contentSecurityPolicy: { useDefaults: false, directives: nothing },
    xFrameOptions: { action: 'deny' },
  });
}
