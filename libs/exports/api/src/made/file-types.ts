import { OPEN_DOCUMENT_TYPE, WORKBOOK_TYPE, paperTypes } from '@attest/shared/api';

const types: Readonly<Record<string, string>> = { ...paperTypes, xlsx: WORKBOOK_TYPE, ods: OPEN_DOCUMENT_TYPE, zip: 'application/zip' };

export const typeOf = (fileName: string): string => types[fileName.split('.').at(-1)!] ?? 'application/octet-stream';

/** What every file system takes. */
export const fileNameOf = (reference: string, what: string, day: string, extension: string): string => `${`${reference}_${what}_${day}`.replace(/[^\w-]+/g, '-')}.${extension}`;
