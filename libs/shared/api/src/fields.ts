import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize, IsArray, IsBoolean, IsDefined, IsIn, IsInt, IsISO8601, IsNumber, IsObject, IsString, IsUUID, Matches,
  Max, MaxLength, Min, MinLength, ValidateBy, ValidateIf, ValidateNested, isEmail,
} from 'class-validator';

/**
 * A shape is said once. Each decorator here validates a property *and* documents it, so that what is accepted, what
 * is documented and what the browser's client believes cannot drift apart. Used on requests and on views alike.
 */
interface Common<T> {
  readonly example?: T;
  readonly description?: string;
  /** May be left out of a request. */
  readonly optional?: true;
  /** May be null, which says "none" rather than "not said". */
  readonly nullable?: true;
}

function field<T>(schema: object, { example, description, optional, nullable }: Common<T>, ...checks: PropertyDecorator[]): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ ...schema, example, description, required: !optional, nullable } as object),
    ...(optional ? [ValidateIf((_, value) => value !== undefined)] : []),
    ...(nullable ? [ValidateIf((_, value) => value !== null && !(optional && value === undefined))] : []),
    ...checks,
  );
}

/** Text in one fixed form, and the sentence for whoever does not keep to it. */
export const Written = (form: RegExp, message: string, options: Common<string>) =>
  field({ type: 'string', pattern: form.source }, options, Matches(form, { message }));

/** The page of a list, from 1, as it stands in an address. */
export const PageNumber = (description: string) =>
  Written(/^[1-9]\d{0,5}$/, '$property must be a whole number from 1.', { optional: true, example: '1', description });

export const Text = (options: Common<string> & { min?: number; max?: number } = {}) => {
  const { min = 0, max = 10_000 } = options;
  return field({ type: 'string', minLength: min || undefined, maxLength: max }, { example: 'In a few words', ...options },
    IsString({ message: '$property must be text.' }),
    ...(min > 0 ? [MinLength(min, { message: min === 1 ? 'Enter $property.' : `$property must have at least ${min} characters.` })] : []),
    MaxLength(max, { message: `$property must have ${max} characters or fewer.` }));
};

export const Email = (options: Common<string> = {}) =>
  field({ type: 'string', format: 'email', maxLength: 254 }, { example: 'dsl@school.example', ...options },
    ValidateBy({ name: 'isEmail', validator: { validate: isAddress } }, { message: 'Enter an e-mail address in the form name@example.org.' }), MaxLength(254));

/** Half a surrogate pair makes the library's check throw. */
const isAddress = (value: unknown) => typeof value === 'string' && !/[\ud800-\udfff]/u.test(value) && isEmail(value);

export const Uuid = (options: Common<string> = {}) =>
  field({ type: 'string', format: 'uuid' }, { example: '0198c0de-7000-7000-8000-000000000001', ...options },
    IsUUID(undefined, { message: '$property must be an identifier given by this service.' }));

export const Whole = (options: Common<number> & { min?: number; max?: number } = {}) => {
  const { min = 0, max = 1_000_000_000 } = options;
  return field({ type: 'integer', minimum: min, maximum: max }, { example: Math.max(min, 3), ...options },
    IsInt({ message: '$property must be a whole number.' }),
    Min(min, { message: `$property must be ${min} or more.` }), Max(max, { message: `$property must be ${max} or less.` }));
};

export const Decimal = (options: Common<number> = {}) =>
  field({ type: 'number' }, { example: 72.5, ...options }, IsNumber({}, { message: '$property must be a number.' }));

export const Flag = (options: Common<boolean> = {}) =>
  field({ type: 'boolean' }, { example: true, ...options }, IsBoolean({ message: '$property must be true or false.' }));

export const OneOf = <T extends string>(values: readonly T[], options: Common<T> = {}) =>
  field({ type: 'string', enum: [...values] }, { example: values[0], ...options },
    IsIn([...values], { message: `$property must be one of: ${values.join(', ')}.` }));

/** A calendar date, such as 2026-09-30. */
export const CalendarDate = (options: Common<string> = {}) =>
  field({ type: 'string', format: 'date' }, { example: '2026-09-30', ...options },
    Matches(/^\d{4}-\d{2}-\d{2}$/, { message: '$property must be a date such as 2026-09-30.' }),
    IsISO8601({ strict: true }, { message: '$property must be a real date such as 2026-09-30.' }));

export const Instant = (options: Common<string> = {}) =>
  field({ type: 'string', format: 'date-time' }, { example: '2026-09-30T16:00:00.000Z', ...options }, IsISO8601());

export const Texts = (options: Common<readonly string[]> & { of?: readonly string[]; most?: number } = {}) =>
  field({ type: 'array', items: { type: 'string', enum: options.of ? [...options.of] : undefined } }, { example: options.of?.slice(0, 1) ?? [], ...options },
    IsArray({ message: '$property must be a list.' }), ArrayMaxSize(options.most ?? 200),
    options.of
      ? IsIn([...options.of], { each: true, message: `Each of $property must be one of: ${options.of.join(', ')}.` })
      : IsString({ each: true, message: 'Each of $property must be text.' }));

/** Identifiers of several things. */
export const Uuids = (options: Common<readonly string[]> & { most?: number } = {}) =>
  field({ type: 'array', items: { type: 'string', format: 'uuid' } }, { example: [], ...options },
    IsArray({ message: '$property must be a list.' }), ArrayMaxSize(options.most ?? 200),
    IsUUID(undefined, { each: true, message: 'Each of $property must be an identifier given by this service.' }));

/** Another shape. */
export const One = (of: () => new () => object, options: Common<never> = {}) =>
  applyDecorators(field({ type: () => of() }, options, IsObject({ message: 'Give $property.' }), ValidateNested()), Type(of));

/** A list of another shape. */
export const Many = (of: () => new () => object, options: Common<never> & { most?: number } = {}) =>
  applyDecorators(
    field({ type: () => of(), isArray: true }, options, IsArray({ message: '$property must be a list.' }), ArrayMaxSize(options.most ?? 10_000), ValidateNested({ each: true })),
    Type(of));

/** Numbers by name, such as how many organisations chose each level. */
export const Counts = (options: Common<Record<string, number>> = {}) =>
  field({ type: 'object', additionalProperties: { type: 'integer' } }, { example: { green: 12, amber: 5, red: 1 }, ...options }, IsObject());

/** Words by name, such as what each level means for a question. */
export const Words = (options: Common<Record<string, string>> = {}) =>
  field({ type: 'object', additionalProperties: { type: 'string' } }, options, IsObject());

/** A value whose shape another rule decides, such as the answer to a question of some type, or null: the schema says that too. */
export const Anything = (options: Omit<Common<unknown>, 'nullable'> & { schema: object }) =>
  field(options.schema, { description: (options.schema as { description?: string }).description, ...options }, ValidateIf((_, value) => value !== null), IsDefined({ message: 'Give $property; null says that there is none.' }));
