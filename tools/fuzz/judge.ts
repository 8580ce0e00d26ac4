import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { Answer } from '../prove/door';
import type { OpenApi, Operation, Schema } from '../prove/operations';

/** Holds each answer beside what the document promises: its status, its type, its shape to the last property. */
export class Judge {
  private readonly ajv = new Ajv2020({ strict: false, allErrors: false });
  private readonly compiled = new Map<string, ValidateFunction>();

  constructor(private readonly document: OpenApi) {
    (formats as unknown as (ajv: Ajv2020) => void)(this.ajv);
    this.ajv.addSchema({ $id: 'document', components: { schemas: Object.fromEntries(Object.entries(document.components.schemas).map(([name, schema]) => [name, name === 'Problem' ? schema : closed(schema)])) } });
  }

  /** What is wrong with the answer; null when all is as documented. */
  faultOf(operation: Operation, { status, type, location, bytes }: Answer): string | null {
    if (status >= 500 && status !== 503) return `a server error, ${status}: ${bytes.toString().slice(0, 300)}`;
    const documented = operation.responses[String(status)];
    if (!documented) return `status ${status}, which is not documented: ${bytes.toString().slice(0, 300)}`;
    // what is said of a redirect is Express's and read by nobody; where it goes is not for the sender to choose
    if (status >= 300 && status < 400) return /^\/(?![/\\])/.test(location ?? '') ? null : `a redirect to ${location}`;
    const { content } = documented.$ref ? this.document.components.responses![documented.$ref.split('/').at(-1)!]! : documented;
    if (!content) return bytes.length === 0 ? null : `a body of ${bytes.length} bytes with ${status}, where none is documented`;
    const mime = type.split(';')[0]!;
    const found = content[mime];
    if (!found) return `${mime || 'no type'} with ${status}, where ${Object.keys(content).join(' or ')} is documented`;
    return mime.endsWith('json') ? this.shapeFault(`${operation.name} ${status}`, found.schema, bytes) : null;
  }

  private shapeFault(name: string, schema: Schema, bytes: Buffer): string | null {
    const check = this.compiled.get(name) ?? this.ajv.compile(fromDocument(schema) as object);
    this.compiled.set(name, check);
    if (check(JSON.parse(bytes.toString()))) return null;
    return `another shape than documented: ${this.ajv.errorsText(check.errors)} in ${bytes.toString().slice(0, 300)}`;
  }
}

/** A property that is not documented is a fault: what is not meant to be told must not slip out. */
function closed(schema: Schema): Schema {
  return fromDocument(JSON.parse(JSON.stringify(schema), (_, value: Schema) => (
    value && typeof value === 'object' && !Array.isArray(value) && value.type === 'object' && value.properties && value.additionalProperties === undefined ? { ...value, additionalProperties: false } : value)) as Schema) as Schema;
}

const fromDocument = (schema: unknown): unknown => JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"document#/components/'));
