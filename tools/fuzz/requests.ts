import fc from 'fast-check';
import type { Sent } from '../prove/door';
import type { OpenApi, Operation, Parameter } from '../prove/operations';
import { Arbitraries } from './arbitraries';
import { hostileText, hostileValue, wellFormed } from './hostile';

/** A request of the document, made by chance; what stands in it is often real. */
export function requestsOf(document: OpenApi, operation: Operation, ids: readonly string[], words: readonly string[]): fc.Arbitrary<Sent> {
  const values = new Arbitraries(document, ids);
  const inPath = operation.parameters.filter((one) => one.in === 'path');
  const word = fc.oneof(fc.constantFrom('x', ...words), hostileText);
  return fc.record({
    path: fc.tuple(...inPath.map(({ name }) => (/id$/i.test(name) ? values.id : word))),
    query: queryOf(values, operation.parameters.filter((one) => one.in === 'query')),
    headers: headersOf(operation.parameters.filter((one) => one.in === 'header')),
    body: operation.body ? bodyOf(values, operation.body) : fc.oneof({ weight: 9, arbitrary: fc.constant(undefined) }, hostileValue),
  }).map(({ path, query, headers, body }) => {
    const parts = [...path];
    const address = operation.path.replace(/\{\w+\}/g, () => inAddress(parts.shift()!));
    return { verb: operation.verb, path: query ? `${address}?${query}` : address, headers, body: operation.verb === 'GET' ? undefined : body };
  });
}

/** A browser never sends these parts of an address as they are: it would ask for another address. */
function inAddress(part: string): string {
  return ['', '.', '..'].includes(part) ? '%20' : encodeURIComponent(wellFormed(part)).slice(0, LONGEST).replace(/%.?$/, '');
}

/** Of an address or a header: of longer ones Node says itself that they are too long, before anybody reads them. */
const LONGEST = 6000;

function queryOf(values: Arbitraries, parameters: readonly Parameter[]): fc.Arbitrary<string> {
  if (parameters.length === 0) return fc.constantFrom('', '', '', 'a=b', '__proto__[x]=1', 'constructor=1');
  const given = fc.record(Object.fromEntries(parameters.map(({ name, schema }) => [name, fc.oneof({ weight: 3, arbitrary: values.sound(schema, name).map(String) }, hostileText)])), { requiredKeys: [] });
  const written = given.map((query) => Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(wellFormed(value!))}`).join('&'));
  const odd = fc.tuple(written, fc.constantFrom('areaId[]=1', 'page=1&page=2', 'search[$gt]=', '__proto__[polluted]=1', 'sort=%FF%FE', '%', 'x=1', 'page=%00')).map((both) => both.filter(Boolean).join('&'));
  return fc.oneof({ weight: 4, arbitrary: written }, odd).map((query) => query.slice(0, LONGEST));
}

function headersOf(parameters: readonly Parameter[]): fc.Arbitrary<Record<string, string>> {
  const value = fc.oneof({ weight: 3, arbitrary: fc.nat(3).map(String) }, hostileText).map((text) => text.replace(/[^\t\x20-\x7e\x80-\xff]/g, '?').slice(0, LONGEST));
  return fc.record(Object.fromEntries(parameters.map(({ name }) => [name.toLowerCase(), value])), { requiredKeys: [] })
    .chain((known) => fc.constantFrom({}, {}, {}, { accept: 'text/html' }, { 'accept-language': '*'.repeat(500) }, { 'x-forwarded-for': "1.1.1.1, ' or 1=1" }, { 'x-http-method-override': 'DELETE' })
      .map((more) => ({ ...known, ...more }) as Record<string, string>));
}

function bodyOf(values: Arbitraries, { type, schema }: NonNullable<Operation['body']>): fc.Arbitrary<unknown> {
  if (type === 'multipart/form-data') return fc.tuple(fc.constantFrom('file', 'file', 'other', '__proto__'), hostileText, hostileText).map(([field, name, content]) => formOf(field, name, content));
  const broken = fc.constantFrom('', '{', '[', '"text"', 'null', '{"a":1,}', '{"a":1}{"b":2}', `${'['.repeat(5000)}${']'.repeat(5000)}`, `{"a":"${'x'.repeat(1_100_000)}"}`, '\u0000', '{"a":\\ud800}');
  return fc.oneof({ weight: 30, arbitrary: values.body(schema) }, broken);
}

function formOf(field: string, name: string, content: string): FormData {
  const form = new FormData();
  form.append(field, new Blob([content]), wellFormed(name));
  return form;
}
