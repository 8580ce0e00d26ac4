import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Any } from './any';
import type { Answered, Client } from './client';

/** The true header of 2026 and four invented schools, in Windows-1252, as published. */
export const sample = () => readFileSync(join(import.meta.dirname, 'fixtures/gias-sample.csv'));

const usual: Readonly<Record<string, string>> = {
  'URN': '990001', 'LA (code)': '806', 'LA (name)': 'Middlesbrough', 'EstablishmentNumber': '2901', 'EstablishmentName': 'Oakfield Primary School',
  'TypeOfEstablishment (name)': 'Community school', 'EstablishmentTypeGroup (name)': 'Local authority maintained schools',
  'EstablishmentStatus (name)': 'Open', 'OpenDate': '', 'CloseDate': '', 'PhaseOfEducation (name)': 'Primary',
  'StatutoryLowAge': '3', 'StatutoryHighAge': '11', 'NumberOfPupils': '210', 'Postcode': 'ZZ1 1ZZ',
};

/** Columns only the export of 2021 had, and others stand in another order there: neither may matter. */
export const columnsOf2021 = [
  'OfstedLastInsp', 'OfstedSpecialMeasures (code)', 'OfstedSpecialMeasures (name)', ...Object.keys(usual).toReversed(), 'OfstedRating (name)', 'RSCRegion (name)',
];

/** A register of these schools; what a row does not say is usual. */
export function aRegister(rows: readonly Readonly<Record<string, string>>[], columns: readonly string[] = [...new Set([usual, ...rows].flatMap(Object.keys))]): string {
  const line = (values: readonly string[]) => values.map((value) => `"${value.replaceAll('"', '""')}"`).join(',');
  return [line(columns), ...rows.map((row) => line(columns.map((column) => ({ ...usual, ...row })[column] ?? '')))].join('\r\n');
}

export function upload(client: Client, content: string | Uint8Array, { name = 'edubasealldata20260901.csv', field = 'file' } = {}): Promise<Answered<Any>> {
  const form = new FormData();
  form.append(field, new Blob([new Uint8Array(Buffer.from(content))]), name);
  return client.post('/api/register-imports', form);
}
