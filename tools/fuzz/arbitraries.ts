import fc from 'fast-check';
import { resolved, type OpenApi, type Schema } from '../prove/operations';
import { columns, hostileText, hostileValue } from './hostile';

/** Values of a documented shape: as documented, nearly so, or meaning no good. */
export class Arbitraries {
  /** `ids` are identifiers that are there, of the sender and of others. */
  constructor(private readonly document: OpenApi, private readonly ids: readonly string[]) {}

  get id(): fc.Arbitrary<string> {
    return fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...this.ids) }, fc.uuid(), hostileText);
  }

  /** A body: sound in half of the cases, with one thing wrong, or anything at all. */
  body(schema: Schema): fc.Arbitrary<unknown> {
    const sound = this.sound(schema);
    return fc.oneof({ weight: 5, arbitrary: sound }, { weight: 4, arbitrary: sound.chain((value) => spoilt(value)) }, { weight: 1, arbitrary: hostileValue });
  }

  /** What the document promises to take; lists and texts are kept short, so that many can be tried. */
  sound(given: Schema, name = ''): fc.Arbitrary<unknown> {
    const schema = resolved(this.document, given);
    if (schema.enum) return fc.constantFrom(...schema.enum);
    if (schema.example !== undefined && schema.format !== 'uuid') return fc.oneof({ weight: 2, arbitrary: fc.constant(schema.example) }, this.made(schema, name));
    return this.made(schema, name);
  }

  private made(schema: Schema, name: string): fc.Arbitrary<unknown> {
    const types = [schema.type ?? 'object'].flat();
    const [type] = types.filter((one) => one !== 'null');
    const value = this.ofType(type ?? 'null', schema, name);
    return types.includes('null') ? fc.oneof(value, fc.constant(null)) : value;
  }

  private ofType(type: string, schema: Schema, name: string): fc.Arbitrary<unknown> {
    if (type === 'string') return /Ids?$/.test(name) || schema.format === 'uuid' ? this.id : textOf(schema);
    if (type === 'integer') return fc.integer({ min: schema.minimum ?? -5, max: Math.min(schema.maximum ?? 1000, 2 ** 31 - 1) });
    if (type === 'number') return fc.double({ noNaN: true, noDefaultInfinity: true });
    if (type === 'boolean') return fc.boolean();
    if (type === 'array') return fc.array(this.sound(schema.items ?? {}, name), { maxLength: 4 });
    if (!schema.properties) return fc.oneof(fc.constant({}), fc.dictionary(fc.string({ maxLength: 8 }), hostileText, { maxKeys: 3 }));
    const fields = Object.fromEntries(Object.entries(schema.properties).map(([key, property]) => [key, this.sound(property, key)]));
    return fc.record(fields, { requiredKeys: [...(schema.required ?? [])] });
  }
}

function textOf({ format, pattern, minLength = 0, maxLength = 200 }: Schema): fc.Arbitrary<string> {
  if (format === 'date') return fc.date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
  if (format === 'date-time') return fc.date({ noInvalidDate: true }).map((date) => date.toISOString());
  if (format === 'email') return fc.emailAddress();
  if (pattern) return fc.stringMatching(new RegExp(pattern));
  const most = Math.min(maxLength, 200);
  return fc.oneof(fc.string({ unit: 'grapheme', minLength, maxLength: most }), hostileText.filter((text) => text.length >= minLength && text.length <= maxLength));
}

/** With one thing left out, put in, or put in the place of another. */
function spoilt(value: unknown): fc.Arbitrary<unknown> {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return hostileValue;
  const entries = Object.entries(value);
  const changed = (key: string, other: unknown) => Object.fromEntries([...entries.filter(([one]) => one !== key), [key, other]]);
  const key = entries.length > 0 ? fc.constantFrom(...entries.map(([one]) => one)) : fc.constant('a');
  return fc.oneof(
    fc.tuple(key, hostileValue).map(([one, other]) => changed(one, other)),
    key.map((one) => Object.fromEntries(entries.filter(([other]) => other !== one))),
    fc.tuple(fc.constantFrom(...columns, '__proto__', 'constructor'), hostileValue).map(([one, other]) => Object.fromEntries([...entries, [one, other]])),
    key.chain((one) => spoilt((value as Record<string, unknown>)[one]).map((other) => changed(one, other))),
  );
}
