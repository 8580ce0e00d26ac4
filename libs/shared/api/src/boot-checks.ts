import type { INestApplication, Type } from '@nestjs/common';
import { PATH_METADATA, METHOD_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { getMetadataStorage } from 'class-validator';
import type { DataSource } from 'typeorm';
import { ACTION, PUBLIC } from './caller';
import { tenancyFaults } from './tenancy-lint';

/** The program does not start with a route nobody thought about or a table nobody guards. */
export async function refuseToBootUnsafely(app: INestApplication, source: DataSource): Promise<void> {
  const faults = [...routeFaults(app), ...(await tenancyFaults(source))];
  if (faults.length > 0) throw new Error(`Attest refuses to start:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
}

/** Routes without a declared action, and bodies without a shape. */
export function routeFaults(app: INestApplication): string[] {
  const scanner = new MetadataScanner();
  return app.get(DiscoveryService).getControllers().flatMap(({ metatype, instance }) => {
    if (!metatype || !instance) return [];
    const prototype = Object.getPrototypeOf(instance) as Record<string, (...args: never[]) => unknown>;
    return scanner.getAllMethodNames(prototype).flatMap((name) => {
      const handler = prototype[name]!;
      if (Reflect.getMetadata(METHOD_METADATA, handler) === undefined) return [];
      const where = `${metatype.name}.${name} (${String(Reflect.getMetadata(PATH_METADATA, handler))})`;
      return [
        ...(Reflect.hasMetadata(ACTION, handler) || Reflect.hasMetadata(PUBLIC, handler) ? [] : [`${where} has neither @Can nor @Public`]),
        ...bodyFaults(metatype as Type, prototype, name, where),
      ];
    });
  });
}

const BODY = 3; // RouteParamtypes.BODY

function bodyFaults(controller: Type, prototype: object, name: string, where: string): string[] {
  const taken = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, name) ?? {}) as Record<string, { index: number }>;
  const types = (Reflect.getMetadata('design:paramtypes', prototype, name) ?? []) as Type[];
  return Object.entries(taken)
    .filter(([key]) => Number(key.split(':')[0]) === BODY)
    .filter(([, { index }]) => !hasShape(types[index]))
    .map(() => `${where} takes a body without a validated shape`);
}

function hasShape(type: Type | undefined): boolean {
  if (!type || [Object, String, Array].includes(type as never)) return false;
  return getMetadataStorage().getTargetValidationMetadatas(type, '', false, false).length > 0;
}
