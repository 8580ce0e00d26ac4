import { validate, type SchemaPath } from '@angular/forms/signals';
import { isoFrom } from '@attest/shared/ui';

/** What a person typed is a day; nothing at all is left to `required`. `what` begins the sentence: "Enter the day returns are due". */
export function validDay(path: SchemaPath<string>, what: string): void {
  validate(path, ({ value }) => (value() === '' || isoFrom(value()) ? undefined : { kind: 'day', message: `${what} as day, month and year, such as 27/09/2026.` }));
}
