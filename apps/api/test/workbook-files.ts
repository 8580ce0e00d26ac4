import type { Template } from '@attest/domain/questionnaire';
import { columnLook, sheetsOf, type Sheet } from '@attest/domain/workbook';
import { writeOpenDocument, writeWorkbook, type Cell, type Sheet as WrittenSheet } from '@attest/shared/api';
import type { Answered, Client } from './client';

const made = new Date('2026-11-25T12:00:00Z');

/** As another program would write it: with none of our looks, and whatever the sheets say. */
export function bytesOf(sheets: readonly Sheet[], format: 'xlsx' | 'ods' = 'xlsx'): Promise<Uint8Array> {
  const written = sheets.map(({ name, rows: [headings = [], ...rows] }): WrittenSheet => ({
    name, headings: headings.map(String), widths: headings.map((heading) => columnLook(name, String(heading)).width), rows: rows.map((row) => row.map((cell) => cell as Cell)),
  }));
  return (format === 'ods' ? writeOpenDocument : writeWorkbook)('A workbook', made, written);
}

export const workbookOf = (template: Template, format: 'xlsx' | 'ods' = 'xlsx') => bytesOf(sheetsOf(template), format);

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- any answer may come
export function uploadWorkbook(client: Client, content: Uint8Array, { name = 'questionnaire.xlsx', against = '' } = {}): Promise<Answered<any>> {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(content)]), name);
  return client.post(`/api/templates/imports${against && `?templateVersionId=${against}`}`, form);
}
