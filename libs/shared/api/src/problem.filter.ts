import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import { QueryFailedError, QueryRunnerAlreadyReleasedError } from 'typeorm';
import type { CallerRequest } from './caller';
import { RefusalTrail } from './refusal-trail';
import { Refused, notFound, unavailable, type RefusalCode } from './refused';

/** Says every failure as `application/problem+json` (RFC 9457), and keeps the inside of the program to itself. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  constructor(private readonly refusals: RefusalTrail) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    const response = http.getResponse<Response>();
    if (response.headersSent) return response.end() as unknown as void;
    const request = http.getRequest<Request & CallerRequest>();
    const refused = asRefused(error, request);
    if (!refused) this.logger.error(error instanceof Error ? error.stack : String(error));
    else await this.refusals.tell(request, refused);
    send(response, refused ?? unexpected);
  }
}

/** For addresses outside the API, which Nest never sees. */
export function refuseUnknown(request: Request, response: Response): void {
  send(response, unknownRoute(request));
}

/** Why an answer that has been sent is a refusal; undefined when it is none. */
export const refusalOf = (response: Response): RefusalCode | undefined => response.locals['refusal'];

/** Seconds after which what was too much, or away, is worth trying again, where nothing better is known. */
const RETRY_AFTER = 5;

function send(response: Response, { status, code, detail, more }: Pick<Refused, 'status' | 'detail' | 'more'> & { readonly code: string }): void {
  if (status === 429 || status === 503) response.setHeader('Retry-After', String(more['retryAfter'] ?? RETRY_AFTER));
  response.locals['refusal'] = code;
  response.status(status).type('application/problem+json').send(JSON.stringify({
    type: `urn:attest:problem:${code}`, title: titleOf(code), status, code, detail, ...more,
  }));
}

const unknownRoute = (request: Request) =>
  new Refused('unknown-route', `There is no ${request.method} ${request.originalUrl.split('?')[0]}. GET /api/openapi.json lists what there is.`);

const unexpected = {
  status: 500, code: 'unexpected', more: {},
  detail: 'Something went wrong on our side. What you typed is still on this page: try again in a moment.',
};

const titleOf = (code: string) => code.replaceAll('-', ' ').replace(/^./, (first) => first.toUpperCase());

function asRefused(error: unknown, request: Request): Refused | null {
  if (error instanceof Refused) return error;
  if (error instanceof QueryFailedError) return fromDatabase(error);
  // what TypeORM calls a statement on a connection that was lost a moment before
  if (error instanceof QueryRunnerAlreadyReleasedError) return unavailable();
  if (error instanceof HttpException) return fromNest(error, request);
  return fromBodyParser(error);
}

/** U+0000 and half a surrogate pair are text to JavaScript and none to PostgreSQL. */
const unstorable = ['22021', '22P02', '22P05'];

/** SQLSTATE 57014 and 57P0x: stopped for taking too long, or restarting; 08 and 53: lost, or full. ECONNRESET and its like are the operating system's. */
const away = /^(57|08|53|E[A-Z])/;
const lost = /^Connection terminated|not queryable/;

/** 42501 is row-level security saying no: the row is not there. */
function fromDatabase(error: QueryFailedError): Refused | null {
  const { code: state = '', message } = error.driverError as { code?: string; message: string };
  if (state === '42501') return notFound();
  if (state === '23505') return new Refused('already-done', 'Somebody did this already. Reload the page to see it.');
  if (unstorable.includes(state)) return new Refused('invalid-request', 'There is a character in what was sent that cannot be stored. Type it again without it.');
  if (state === '40001' || state === '40P01') return new Refused('changed-meanwhile', 'Somebody changed this at the same moment. Try again.');
  if (away.test(state) || lost.test(message)) return unavailable();
  return null;
}

function fromNest(error: HttpException, request: Request): Refused | null {
  const status = error.getStatus();
  if (status === 404) return unknownRoute(request);
  if (status === 403) return new Refused('not-allowed', 'This request came from another site, so it was not carried out.');
  if (status === 413) return new Refused('body-too-large', 'What was sent is larger than this accepts. Send a smaller file or a shorter text.');
  if (status === 415) return new Refused('unsupported-media-type', 'Send JSON in UTF-8, or a file as multipart/form-data.');
  if (status === 400 && request.is('multipart/form-data')) {
    return new Refused('malformed-body', 'The upload could not be read. Send one file as multipart/form-data, in the field this route names.');
  }
  if (status === 400) return new Refused('malformed-body', 'The request could not be read. Check that its body is valid JSON.');
  return null;
}

function fromBodyParser(error: unknown): Refused | null {
  const { type, status } = (error ?? {}) as { type?: string; status?: number };
  if (type === 'entity.too.large') return new Refused('body-too-large', 'What was sent is larger than this accepts. Send a smaller file or a shorter text.');
  if (type === 'encoding.unsupported' || type === 'charset.unsupported') return new Refused('unsupported-media-type', 'Send JSON in UTF-8.');
  if (type?.startsWith('entity.') || status === 400) return new Refused('malformed-body', 'The request could not be read. Check that its body is valid JSON.');
  return null;
}
