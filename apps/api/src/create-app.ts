import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import compression from 'compression';
import type { NextFunction, Request, Response } from 'express';
import { DataSource } from 'typeorm';
import { Jobs, openApiOf, refuseDeeplyNested, refuseToBootUnsafely, refuseUnknown } from '@attest/shared/api';
import { AppModule } from './app.module';
import { limitConnections, refuseOtherMethods } from './connections';
import type { Environment } from './environment';
import { setHeaders } from './headers';
import { serveSecurityTxt } from './security-txt';
import { serveWeb } from './web';

/** A process that does jobs answers whoever watches it, and nobody else. */
function refuseAllButHealth(request: Request, response: Response, next: NextFunction): void {
  if (request.path.startsWith('/health/')) next();
  else refuseUnknown(request, response);
}

/** Written when it is first asked for: it takes as long as everything else at the start together. */
function serveDocument(app: NestExpressApplication): void {
  let document: ReturnType<typeof openApiOf> | undefined;
  app.getHttpAdapter().get('/api/openapi.json', (_request, response) => app.getHttpAdapter().reply(response, document ??= openApiOf(app)));
}

/** The whole program, ready to listen. Tests start this very thing. */
export async function createApp(environment: Environment): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(environment), {
    logger: ['error', 'warn'], bodyParser: false, abortOnError: false,
  });
  app.set('trust proxy', environment.proxies);
  const secure = environment.publicUrl?.protocol === 'https:';
  app.setGlobalPrefix('api', { exclude: ['health/live', 'health/ready'] });
  limitConnections(app);
  setHeaders(app, secure);
  app.enableCsrfProtection({ trustedOrigins: environment.publicUrl ? [environment.publicUrl.origin] : [] });
  app.use(refuseOtherMethods);
  app.use(compression({ filter: (request, response) => !request.url.startsWith('/api/session') && compression.filter(request, response) }));
  app.useBodyParser('json', { limit: '1mb', strict: true });
  app.use(refuseDeeplyNested);
  if (environment.role === 'worker') app.use(refuseAllButHealth);
  serveSecurityTxt(app, environment);
  if (environment.webRoot && environment.role !== 'worker') serveWeb(app, environment.webRoot, secure);
  serveDocument(app);
  await app.init();
  app.use(refuseUnknown);
  try {
    await refuseToBootUnsafely(app, app.get(DataSource));
    await app.get(Jobs).start();
  } catch (error) {
    await app.close();
    throw error;
  }
  return app;
}
