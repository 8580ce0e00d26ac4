import { RequestMethod, type INestApplication, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import type { Action } from '@attest/domain/access';
import { getMetadataStorage } from 'class-validator';
import type { DataSource } from 'typeorm';
import { ACTION, BY_TOKEN, EARLY_STAGES, PUBLIC, TRACED, type Stage } from './caller';
import { tenancyFaults } from './tenancy-lint';

export interface DeclaredRoute {
  readonly verb: string;
  /** As written in the controllers, without the prefix, such as `rounds/:id`. */
  readonly path: string;
  readonly handler: string;
  readonly action: Action | null;
  readonly open: boolean;
  /** The stages before the last one of signing in at which it answers too. */
  readonly early: readonly Stage[];
  /** By an access token and by nothing else. */
  readonly byToken: boolean;
  /** Whether the trail tells of it. */
  readonly told: boolean;
  /** The classes of its bodies; `undefined` where a body has none. */
  readonly bodies: readonly (Type | undefined)[];
}

/** The program does not start with a route nobody thought about or a table nobody guards. */
export async function refuseToBootUnsafely(app: INestApplication, source: DataSource): Promise<void> {
  const faults = [...routeFaults(app), ...(await tenancyFaults(source))];
  if (faults.length > 0) throw new Error(`Attest refuses to start:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
}

/** Routes without a declared action, and bodies without a shape. */
export function routeFaults(app: INestApplication): string[] {
  return declaredRoutes(app).flatMap(({ verb, path, handler, action, open, byToken, told, bodies }) => [
    ...(action || open ? [] : [`${verb} ${path} (${handler}) has neither @Can nor @Public`]),
    ...(byToken && (verb !== 'GET' || !told) ? [`${verb} ${path} (${handler}) is by token, which may only read, and must be told`] : []),
    ...bodies.filter((type) => !hasShape(type)).map(() => `${verb} ${path} (${handler}) takes a body without a validated shape`),
  ]);
}

/** Every route there is, read from the controllers themselves. */
export function declaredRoutes(app: INestApplication): DeclaredRoute[] {
  const scanner = new MetadataScanner();
  return app.get(DiscoveryService).getControllers().flatMap(({ metatype, instance }) => {
    if (!metatype || !instance) return [];
    const prototype = Object.getPrototypeOf(instance) as Record<string, (...args: never[]) => unknown>;
    return scanner.getAllMethodNames(prototype).flatMap((name) => {
      const handler = prototype[name]!;
      const verb: RequestMethod | undefined = Reflect.getMetadata(METHOD_METADATA, handler);
      if (verb === undefined) return [];
      const path = [Reflect.getMetadata(PATH_METADATA, metatype), Reflect.getMetadata(PATH_METADATA, handler)] as string[];
      return [{
        verb: RequestMethod[verb]!,
        path: path.map((part) => part.replace(/^\/|\/$/g, '')).filter(Boolean).join('/'),
        handler: `${metatype.name}.${name}`,
        action: (Reflect.getMetadata(ACTION, handler) as Action | undefined) ?? null,
        open: Reflect.getMetadata(PUBLIC, handler) === true,
        early: (Reflect.getMetadata(EARLY_STAGES, handler) as Stage[] | undefined) ?? [],
        byToken: Reflect.getMetadata(BY_TOKEN, handler) === true,
        told: RequestMethod[verb] !== 'GET' || Reflect.hasMetadata(TRACED, handler),
        bodies: bodiesOf(metatype as Type, prototype, name),
      }];
    });
  });
}

const BODY = 3; // RouteParamtypes.BODY

function bodiesOf(controller: Type, prototype: object, name: string): (Type | undefined)[] {
  const taken = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, name) ?? {}) as Record<string, { index: number }>;
  const types = (Reflect.getMetadata('design:paramtypes', prototype, name) ?? []) as Type[];
  return Object.entries(taken)
    .filter(([key]) => Number(key.split(':')[0]) === BODY)
    .map(([, { index }]) => types[index]);
}

function hasShape(type: Type | undefined): boolean {
  if (!type || [Object, String, Array].includes(type as never)) return false;
  return getMetadataStorage().getTargetValidationMetadatas(type, '', false, false).length > 0;
}
