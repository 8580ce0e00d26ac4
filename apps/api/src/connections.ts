import type { Server } from 'node:http';
import { Injectable, type BeforeApplicationShutdown, type OnApplicationShutdown } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import { Refused } from '@attest/shared/api';

const SECOND = 1000;

/** Nobody holds a connection for longer than they need: whoever sends a request letter by letter is cut off. */
export function limitConnections(app: NestExpressApplication): void {
  Object.assign(app.getHttpServer(), {
    headersTimeout: 15 * SECOND,
    // an upload of the whole country's register takes minutes on a slow line
    requestTimeout: 300 * SECOND,
    // longer than a load balancer keeps one, which must be the one who hangs up
    keepAliveTimeout: 65 * SECOND,
    maxRequestsPerSocket: 10_000,
    maxHeadersCount: 100,
  });
}

/** While the program ends, whoever has been answered is let go of: a connection kept for later would hold it up for a minute. */
@Injectable()
export class LettingGo implements BeforeApplicationShutdown, OnApplicationShutdown {
  private looking?: NodeJS.Timeout;

  constructor(private readonly host: HttpAdapterHost) {}

  beforeApplicationShutdown(): void {
    this.looking = setInterval(() => (this.host.httpAdapter.getHttpServer() as Server).closeIdleConnections(), 50);
  }

  onApplicationShutdown(): void {
    clearInterval(this.looking);
  }
}

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** What nobody here answers, such as TRACE, is refused before anything looks at it. */
export function refuseOtherMethods({ method }: Request, response: Response, next: NextFunction): void {
  if (methods.includes(method)) return next();
  response.setHeader('Allow', methods.join(', '));
  next(new Refused('method-not-allowed', `Nothing here answers ${method}. Use ${methods.slice(0, -1).join(', ')} or ${methods.at(-1)}.`));
}
