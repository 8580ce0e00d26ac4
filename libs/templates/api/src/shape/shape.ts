import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import type { Edit } from '@attest/domain/authoring';
import { isIsoDate, type Template } from '@attest/domain/questionnaire';
import type { Fault } from '@attest/shared/api';
import { editsSchema } from './edits.schema';
import templateSchema from './template.schema.json' with { type: 'json' };

/** Several hundred questions; more is not answered by anybody, and would make every save of a draft slow. */
const MOST_CHARACTERS = 900_000;
/** Whoever sends something else altogether is not told of it a thousand times. */
const MOST_FAULTS = 50;

const ajv = new Ajv2020({ allErrors: true, discriminator: true, strictRequired: false });
ajv.addFormat('date', isIsoDate);
ajv.addSchema([templateSchema, editsSchema]);
// compiled when one is first wanted
const templateShape = () => ajv.getSchema(templateSchema.$id) as ValidateFunction<Template>;
const editsShape = () => ajv.getSchema(editsSchema.$id) as ValidateFunction<readonly Edit[]>;

export { templateSchema };

/** What keeps something from being a template at all, with JSON pointers (RFC 6901); empty when it is one. */
export const templateFaults = (value: unknown): readonly Fault[] => faultsOf(templateShape(), value);

export const isTemplate = (value: unknown): value is Template => templateShape()(value);

/** The same for edits of a draft. */
export const editFaults = (value: unknown): readonly Fault[] => faultsOf(editsShape(), value);

export const isTooLarge = (template: Template): boolean => JSON.stringify(template).length > MOST_CHARACTERS;

function faultsOf(validate: ValidateFunction, value: unknown): readonly Fault[] {
  if (validate(value)) return [];
  // that none of several shapes fits is said of the place itself; why each of them does not would be noise
  const errors = validate.errors!.filter(({ schemaPath }) => !/\/oneOf\/\d+\//.test(schemaPath) || !validate.errors!.some(({ keyword }) => keyword === 'oneOf'));
  return errors.slice(0, MOST_FAULTS).map((error) => ({ where: error.instancePath || '/', detail: inWords(error) }));
}

const kinds: Readonly<Record<string, string>> = { string: 'text', number: 'a number', integer: 'a whole number', boolean: 'true or false', array: 'a list', object: 'an object', null: 'null' };

const patterns: Readonly<Record<string, string>> = {
  '^[a-z0-9][a-z0-9-]*$': 'This may hold small letters, figures and hyphens, and begins with a letter or a figure.',
  '^https?://': 'This must begin with https:// or http://.',
};

function inWords({ keyword, params, message = '' }: ErrorObject): string {
  switch (keyword) {
    case 'required': return `"${params['missingProperty']}" is missing.`;
    case 'additionalProperties': return `There is no "${params['additionalProperty']}" here. Leave it out.`;
    case 'type': return `This must be ${kinds[params['type'] as string] ?? params['type']}.`;
    case 'enum': return `This must be one of: ${(params['allowedValues'] as string[]).join(', ')}.`;
    case 'maxLength': return `This must have ${params['limit']} characters or fewer.`;
    case 'maxItems': return `This must have ${params['limit']} entries or fewer.`;
    case 'discriminator': return 'This is no known kind of edit.';
    case 'pattern': return patterns[params['pattern'] as string] ?? 'This may hold letters, figures, points, hyphens and underscores, and begins with a letter or a figure.';
    case 'format': return 'This must be a real date such as 2026-09-30.';
    case 'oneOf': return 'This is not a condition: use "question" with "is", "all", "any" or "not".';
    default: return `This ${message}.`;
  }
}
