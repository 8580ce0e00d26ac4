import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { refusals } from './refused';

/** The document outside programs rely on, and the browser's client is generated from. */
export function openApiOf(app: INestApplication): OpenAPIObject {
  const document = SwaggerModule.createDocument(app, new DocumentBuilder()
    .setTitle('Attest')
    .setDescription('Safeguarding partnerships audit themselves and each other. State-changing requests carry the token of `GET /api/session` in `X-CSRF-Token`.')
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .addCookieAuth('attest', { type: 'apiKey', in: 'cookie' }, 'attest')
    .addSecurityRequirements('attest')
    .build(), { operationIdFactory: (_controller, method) => method });
  document.components = { ...document.components, schemas: { ...document.components?.schemas, Problem: problem as never } };
  for (const path of Object.values(document.paths)) {
    for (const operation of Object.values(path as Record<string, { responses?: Record<string, unknown> }>)) {
      if (operation?.responses) operation.responses['default'] = problemResponse;
    }
  }
  return document;
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
const problemResponse = {
  description: 'Refused, with the reason',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};
