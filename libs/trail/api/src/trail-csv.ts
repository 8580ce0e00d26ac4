import { CSV_MARK, csvLine } from '@attest/shared/api';
import { whatOf } from './trail-event';
import type { EventRow } from './trail.queries';

/** What was refused may name what is another's, as whoever tried it typed it: that stays where it was written. */
const seen = (of: (row: EventRow) => string | null) => (row: EventRow) => (row.outcome === 'done' ? of(row) : null);

/** Names that programs rely on: a column may be added at the end, none is renamed. Nothing is an empty field. */
const columns: readonly (readonly [name: string, of: (row: EventRow) => string | null])[] = [
  ['seq', ({ seq }) => seq],
  ['at', ({ at }) => at.toISOString()],
  ['person', ({ actor_label }) => actor_label],
  ['person_id', ({ person_id }) => person_id],
  ['what', whatOf],
  ['outcome', ({ outcome }) => outcome],
  ['organisation', ({ organisation_name }) => organisation_name],
  ['organisation_id', ({ organisation_id }) => organisation_id],
  ['action', ({ action }) => action],
  ['route', ({ route }) => route],
  ['thing_kind', ({ thing_kind }) => thing_kind],
  ['thing_id', seen(({ thing_id }) => thing_id)],
  ['detail', seen(({ detail }) => JSON.stringify(detail))],
  ['hash', ({ hash }) => hash],
];

export const headOfCsv = (): string => CSV_MARK + csvLine(columns.map(([name]) => name));

export const linesOfCsv = (rows: readonly EventRow[]): string => rows.map((row) => csvLine(columns.map(([, of]) => of(row)))).join('');
