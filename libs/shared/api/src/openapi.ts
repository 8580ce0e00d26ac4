import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { documentRefusals } from './openapi-refusals';

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
  documentRefusals(app, document);
  return document;
}
