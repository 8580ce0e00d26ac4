import { ParseUUIDPipe, Param, ValidationPipe, type ValidationError } from '@nestjs/common';
import { Refused, notFound, type Fault } from './refused';

/** Unknown properties are refused, and every fault is named with where it is. */
export const validation = () => new ValidationPipe({
  whitelist: true,
  forbidNonWhitelisted: true,
  transform: true,
  transformOptions: { exposeUnsetFields: false },
  validationError: { target: false, value: false },
  exceptionFactory: (errors) => new Refused('invalid-request', 'Some of what was sent cannot be accepted. Nothing was changed.', {
    faults: errors.flatMap((error) => faultsOf(error)),
  }),
});

function faultsOf(error: ValidationError, path = ''): Fault[] {
  const where = path ? `${path}.${error.property}` : error.property;
  const own = Object.entries(error.constraints ?? {}).map(([rule, message]) => ({
    where,
    detail: rule === 'whitelistValidation' ? `There is no "${error.property}" here. Leave it out.` : message.replaceAll('$property', error.property),
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => faultsOf(child, where))];
}

const uuid = new ParseUUIDPipe({ exceptionFactory: notFound });

/** An identifier in the path. One that is not even a UUID names nothing, so it is not found. */
export const Id = (name = 'id') => Param(name, uuid);
