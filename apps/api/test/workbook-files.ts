import type { Template } from '@attest/domain/questionnaire';
import { sheetsOf, type Sheet } from '@attest/domain/workbook';
import type { Any } from './any';
import type { Answered, Client } from './client';
import { odsOf, xlsxOf } from './packages';

export const bytesOf = (sheets: readonly Sheet[], format: 'xlsx' | 'ods' = 'xlsx'): Promise<Uint8Array> => (format === 'ods' ? odsOf : xlsxOf)(sheets);

export const workbookOf = (template: Template, format: 'xlsx' | 'ods' = 'xlsx') => bytesOf(sheetsOf(template), format);

export function uploadWorkbook(client: Client, content: Uint8Array, { name = 'questionnaire.xlsx', against = '' } = {}): Promise<Answered<Any>> {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(content)]), name);
  return client.post(`/api/templates/imports${against && `?templateVersionId=${against}`}`, form);
}
