import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import { pagePolicy } from './headers';

const NONCE = /__NONCE__/g;

/** The browser's application beside the API: hashed files for ever, and the page itself fresh with a nonce of its own. */
export function serveWeb(app: NestExpressApplication, root: string, secure: boolean): void {
  const page = readFileSync(join(root, 'index.html'), 'utf8');
  app.useStaticAssets(root, { index: false, maxAge: '1y', immutable: true });
  app.use((request: Request, response: Response, next: NextFunction) => {
    if (request.method !== 'GET' || /^\/(api|health)(\/|$)/.test(request.path) || /\.[a-z0-9]+$/.test(request.path)) return next();
    const nonce = randomBytes(16).toString('base64');
    response
      .setHeader('content-security-policy', pagePolicy(nonce, secure))
      .setHeader('cache-control', 'no-store')
      .type('html').send(page.replace(NONCE, nonce));
  });
}
