import type { NestExpressApplication } from '@nestjs/platform-express';
import { declaredRoutes, type Stage } from '@attest/shared/api';
import type { Action } from '@attest/domain/access';

export interface Schema {
  readonly $ref?: string; readonly type?: string | readonly string[]; readonly format?: string; readonly example?: unknown; readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>; readonly required?: readonly string[]; readonly items?: Schema;
  readonly minimum?: number; readonly maximum?: number; readonly minLength?: number; readonly maxLength?: number; readonly pattern?: string;
  readonly additionalProperties?: boolean | Schema; readonly allOf?: readonly Schema[]; readonly anyOf?: readonly Schema[];
}
export interface Parameter { readonly name: string; readonly in: 'path' | 'query' | 'header'; readonly required?: boolean; readonly schema: Schema }
interface Content { readonly content?: Readonly<Record<string, { readonly schema: Schema }>> }
export interface Response extends Content { readonly $ref?: string }
interface Documented {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: Content;
  readonly responses: Readonly<Record<string, Response>>;
}
export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Documented>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>>; readonly responses?: Readonly<Record<string, Response>> };
}

/** One line of the document, with what its controller says of who may call it. */
export interface Operation {
  readonly verb: string;
  /** As in the document, such as `/api/rounds/{id}`. */
  readonly path: string;
  /** As in the tables beside this file: `GET rounds/:id`. */
  readonly name: string;
  readonly action: Action | null;
  readonly open: boolean;
  readonly early: readonly Stage[];
  /** By an access token and by nothing else. */
  readonly byToken: boolean;
  readonly parameters: readonly Parameter[];
  readonly body: { readonly type: string; readonly schema: Schema } | null;
  readonly responses: Readonly<Record<string, Response>>;
}

/** Every operation that is documented. Throws when document and controllers do not know the same ones. */
export function operationsOf(app: NestExpressApplication, document: OpenApi): Operation[] {
  const declared = new Map(declaredRoutes(app).map((route) => [`${route.verb} ${route.path}`, route]));
  const operations = Object.entries(document.paths).flatMap(([path, verbs]) => Object.entries(verbs).map(([verb, documented]) => {
    const name = `${verb.toUpperCase()} ${path.replace(/^\/(api\/)?/, '').replace(/\{(\w+)\}/g, ':$1')}`;
    const route = declared.get(name);
    if (!route) throw new Error(`${name} is documented, and no controller has it.`);
    declared.delete(name);
    const [body] = Object.entries(documented.requestBody?.content ?? {}).map(([type, { schema }]) => ({ type, schema }));
    return { verb: verb.toUpperCase(), path, name, action: route.action, open: route.open, early: route.early, byToken: route.byToken, parameters: documented.parameters ?? [], body: body ?? null, responses: documented.responses };
  }));
  if (declared.size > 0) throw new Error(`Not in the document, and so not proved: ${[...declared.keys()].join(', ')}.`);
  return operations;
}

export function resolved(document: OpenApi, schema: Schema): Schema {
  const name = schema.$ref?.split('/').at(-1) ?? schema.allOf?.[0]?.$ref?.split('/').at(-1);
  return name ? document.components.schemas[name]! : schema;
}

/** What the document shows as an example of this shape. */
export function exampleOf(document: OpenApi, schema: Schema): unknown {
  const shape = resolved(document, schema);
  if (shape.example !== undefined) return shape.example;
  if (shape.properties) {
    return Object.fromEntries((shape.required ?? []).map((name) => [name, exampleOf(document, shape.properties![name]!)]));
  }
  return shape.type === 'array' ? [exampleOf(document, shape.items!)] : undefined;
}
