/**
 * Columns without which a row cannot be placed: which school, where, of what kind, in which phase, and whether it is open.
 * Every other column we read is welcome and may be absent, because the export gains and loses columns from year to year.
 */
export const requiredColumns = [
  'URN', 'LA (code)', 'LA (name)', 'EstablishmentName', 'TypeOfEstablishment (name)', 'EstablishmentTypeGroup (name)',
  'EstablishmentStatus (name)', 'OpenDate', 'CloseDate', 'PhaseOfEducation (name)', 'StatutoryLowAge', 'StatutoryHighAge', 'Postcode',
] as const;

/** Columns are found by name, never by position; unknown ones do not matter. Empty when the file can be read. */
export function missingColumns(header: readonly string[]): string[] {
  return requiredColumns.filter((column) => !header.includes(column));
}
