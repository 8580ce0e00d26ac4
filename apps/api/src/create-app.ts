import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import compression from 'compression';
import type { NextFunction, Request, Response } from 'express';
import { DataSource } from 'typeorm';
import { Jobs, openApiOf, refuseDeeplyNested, refuseToBootUnsafely, refuseUnknown } from '@attest/shared/api';
import { AppModule } from './app.module';
import type { Environment } from './environment';
import { serveWeb } from './web';

/** A process that does jobs answers whoever watches it, and nobody else. */
function refuseAllButHealth(request: Request, response: Response, next: NextFunction): void {
  if (request.path.startsWith('/health/')) next();
  else refuseUnknown(request, response);
}

/** The whole program, ready to listen. Tests start this very thing. */
export async function createApp(environment: Environment): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(environment), {
    logger: ['error', 'warn'], bodyParser: false, abortOnError: false,
  });
  app.set('trust proxy', environment.proxies);
  const secure = environment.publicUrl?.protocol === 'https:';
  app.setGlobalPrefix('api', { exclude: ['health/live', 'health/ready'] });
  app.useSecurityHeaders({
    strictTransportSecurity: secure,
    contentSecurityPolicy: { directives: { 'frame-ancestors': ["'none'"], 'font-src': ["'self'"], 'style-src': ["'self'"], 'upgrade-insecure-requests': secure } },
  });
  app.enableCsrfProtection({ trustedOrigins: environment.publicUrl ? [environment.publicUrl.origin] : [] });
  app.use(compression({ filter: (request, response) => !request.url.startsWith('/api/session') && compression.filter(request, response) }));
  app.useBodyParser('json', { limit: '1mb', strict: true });
  app.use(refuseDeeplyNested);
  if (environment.role === 'worker') app.use(refuseAllButHealth);
  else if (environment.webRoot) serveWeb(app, environment.webRoot);
  const document = openApiOf(app);
  app.getHttpAdapter().get('/api/openapi.json', (_request, response) => app.getHttpAdapter().reply(response, document));
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
