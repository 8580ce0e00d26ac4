import { randomUUID } from 'node:crypto';
import { expected, type Expected } from './expected';
import type { Sent } from './door';
import { exampleOf, resolved, type OpenApi, type Operation, type Schema } from './operations';
import type { Principal } from './principals';
import { bodies, narrower } from './sources';
import { propertySource, sourceOf, type Thing, type World } from './world';

export interface Probe {
  readonly principal: Principal;
  readonly operation: Operation;
  readonly things: readonly Thing[];
  readonly expected: Expected;
  /** Made when it is sent: tens of thousands wait to be. */
  sent(): Promise<Sent>;
}

const nothing = { partnershipIds: null, organisationId: null, personId: null, private: false, absent: true };
/** What names nothing: of the right form, and of none. */
const invented = (): Thing[] => [randomUUID(), '00000000-0000-0000-0000-000000000000', 'not-an-identifier', "' or true --"].map((value) => ({ ...nothing, value }));

/** Makes requests out of the document. */
export class Probes {
  private n = 0;

  constructor(private readonly world: World, private readonly document: OpenApi) {}

  /** Every combination of things that can stand in this address: of both partnerships, of several organisations, and of nobody. */
  async addresses({ name, parameters }: Operation): Promise<(readonly Thing[])[]> {
    let all: (readonly Thing[])[] = [[]];
    for (const { name: parameter } of parameters.filter((one) => one.in === 'path')) {
      const source = sourceOf(name, parameter);
      const here = [...(await this.world.things(source)), ...('words' in source ? [] : invented())];
      all = all.flatMap((things) => here.map((thing) => [...things, thing]));
    }
    return all;
  }

  probe(principal: Principal, operation: Operation, things: readonly Thing[], swap: Readonly<Record<string, string>> = {}): Probe {
    return { principal, operation, things, expected: expected(principal, operation, things), sent: () => this.request(principal, operation, things, swap) };
  }

  /** The identifiers a query or a body of this operation holds. */
  identifiers({ name, parameters, body }: Operation): { readonly property: string; readonly in: 'query' | 'body' }[] {
    const inQuery = parameters.filter((one) => one.in === 'query' && one.schema.format === 'uuid').map((one) => ({ property: one.name, in: 'query' as const }));
    const inBody = body && body.type === 'application/json' ? identifiersIn(this.document, body.schema).map((property) => ({ property, in: 'body' as const })) : [];
    return [...inQuery, ...inBody].filter(({ property }) => propertySource(name, property) !== 'fresh');
  }

  private async request({ side }: Principal, operation: Operation, things: readonly Thing[], swap: Readonly<Record<string, string>>): Promise<Sent> {
    const { verb, parameters, body } = operation;
    const values = [...things];
    const path = operation.path.replace(/\{\w+\}/g, () => encodeURIComponent(values.shift()!.value));
    const query = new URLSearchParams(parameters.filter((one) => one.in === 'query' && swap[one.name]).map((one): [string, string] => [one.name, swap[one.name]!])).toString();
    const headers = Object.fromEntries(parameters.filter((one) => one.in === 'header').map(({ name, schema }) => [name.toLowerCase(), String(schema.example)]));
    return { verb, path: query ? `${path}?${query}` : path, headers, ...(body ? { body: await this.body(operation, side, body.schema, swap) } : {}) };
  }

  private async body({ name }: Operation, side: Principal['side'], schema: Schema, swap: Readonly<Record<string, string>>): Promise<unknown> {
    const given = bodies[name]?.(side, ++this.n);
    if (given instanceof FormData) return given;
    const example = { ...(exampleOf(this.document, schema) as object), ...(given as object) };
    return this.filled(name, side, schema, example, swap);
  }

  /** The example with real identifiers of the caller's own partnership in it, and the swapped ones. */
  private async filled(operation: string, side: Principal['side'], schema: Schema, example: Record<string, unknown>, swap: Readonly<Record<string, string>>): Promise<Record<string, unknown>> {
    const shape = resolved(this.document, schema);
    const entries: [string, unknown][] = [];
    for (const [name, value] of Object.entries(example)) {
      const property = shape.properties?.[name] ?? {};
      const nested = resolved(this.document, property);
      if (swap[name] !== undefined) entries.push([name, Array.isArray(value) ? [swap[name]] : swap[name]]);
      else if (property.format === 'uuid' && value !== null) entries.push([name, await this.own(operation, name, side)]);
      else if (nested.properties && value !== null && typeof value === 'object') entries.push([name, await this.filled(operation, side, nested, value as Record<string, unknown>, swap)]);
      else entries.push([name, value]);
    }
    return Object.fromEntries(entries);
  }

  private async own(operation: string, name: string, { partnershipId }: Principal['side']): Promise<string> {
    const source = propertySource(operation, name);
    if (source === 'fresh') return randomUUID();
    return (await this.world.things(source)).find((thing) => thing.partnershipIds?.includes(partnershipId) && !thing.absent)!.value;
  }
}

/** Properties of a body that hold identifiers, however deep: said by their format, or by their name where they are lists. */
function identifiersIn(document: OpenApi, schema: Schema): string[] {
  return Object.entries(resolved(document, schema).properties ?? {}).flatMap(([name, property]) => {
    const shape = resolved(document, property);
    if (shape.properties) return identifiersIn(document, shape);
    const listed = shape.type === 'array' && (shape.items?.format === 'uuid' || /Ids$/.test(name));
    return shape.format === 'uuid' || listed ? [name] : [];
  });
}

/** Rows of `narrower` that no route has any more would go unnoticed. */
export function leftOver(operations: readonly Operation[]): string[] {
  return Object.keys({ ...narrower, ...bodies }).filter((name) => !operations.some((operation) => operation.name === name));
}
