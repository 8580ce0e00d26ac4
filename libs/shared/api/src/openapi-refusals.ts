import type { INestApplication } from '@nestjs/common';
import { forGuests } from '@attest/domain/access';
import type { OpenAPIObject } from '@nestjs/swagger';
import { declaredRoutes } from './boot-checks';
import { refusals } from './refused';

interface Operation { parameters?: readonly { readonly in: string; readonly name: string }[]; requestBody?: unknown; responses: Record<string, unknown> }

/**
 * Says of every operation how it may refuse, worked out from what it takes and who may call it, so that no route can leave it
 * out. Each status is written once, with the codes it has; `default` is for what nobody meant.
 */
export function documentRefusals(app: INestApplication, document: OpenAPIObject): void {
  const routes = declaredRoutes(app);
  const named = (some: typeof routes) => new Set(some.map(({ verb, path }) => `${verb} ${path}`));
  const open = named(routes.filter((route) => route.open));
  const guests = named(routes.filter(({ action }) => action && forGuests.includes(action)));
  const used = new Set<number>();
  for (const [path, verbs] of Object.entries(document.paths)) {
    for (const [verb, operation] of Object.entries(verbs as Record<string, Operation>)) {
      const address = `${verb.toUpperCase()} ${path.replace(/^\/(api\/)?/, '').replace(/\{(\w+)\}/g, ':$1')}`;
      for (const status of [...statusesOf(verb, operation, open.has(address)), ...(guests.has(address) ? ofLinks : [])]) {
        used.add(status);
        operation.responses[status] = { $ref: `#/components/responses/Refused${status}` };
      }
      operation.responses['default'] = { $ref: '#/components/responses/Failed' };
    }
  }
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, Problem: problem as never },
    responses: { ...Object.fromEntries([...used].sort().map((status) => [`Refused${status}`, refusal(status)])), Failed: failed } as never,
  };
}

/** A link that is not good, or good no more. */
const ofLinks = [410, 422];

function statusesOf(verb: string, { parameters = [], requestBody }: Operation, open: boolean): number[] {
  const changes = verb !== 'get';
  const given = (where: string) => parameters.some((one) => one.in === where);
  return [
    ...(requestBody || given('query') ? [400] : []),
    ...(!open || changes ? [401, 403] : []),
    ...(changes || given('path') ? [409] : []),
    ...(changes ? [422] : []),
    // whatever is sent along is read before anybody knows that nothing was asked for
    ...(changes ? [400, 413, 415] : []),
    ...(parameters.some(({ name }) => name === 'If-Match') ? [428] : []),
    // 404: what is there for some, or in a demonstration, is not there for others
    404, 429, 503,
  ];
}

const problem = {
  type: 'object',
  description: 'Why a request was refused (RFC 9457). `code` is stable.',
  required: ['type', 'title', 'status', 'code', 'detail'],
  properties: {
    type: { type: 'string', example: 'urn:attest:problem:not-found' },
    title: { type: 'string', example: 'Not found' },
    status: { type: 'integer', example: 404 },
    code: { type: 'string', enum: [...Object.keys(refusals), 'unexpected'], example: 'not-found' },
    detail: { type: 'string', example: 'There is nothing here, or it is not yours to see.' },
    faults: {
      type: 'array',
      items: { type: 'object', required: ['where', 'detail'], properties: { where: { type: 'string' }, detail: { type: 'string' } } },
      example: [{ where: 'row 12, column "URN"', detail: 'URN must be six digits; found "12A".' }],
    },
  },
};

const asProblem = (description: string, schema: object) => ({ description, content: { 'application/problem+json': { schema } } });
const anyProblem = { $ref: '#/components/schemas/Problem' };

function refusal(status: number) {
  const codes = Object.entries(refusals).filter(([, one]) => one === status).map(([code]) => code);
  return asProblem(`Refused: ${codes.join(', ')}`, {
    allOf: [anyProblem, { type: 'object', properties: { status: { type: 'integer', enum: [status] }, code: { type: 'string', enum: codes } } }],
  });
}

const failed = asProblem('Something went wrong on our side', anyProblem);
