import type { TemplatePlace } from '@attest/domain/exports';

export interface TemplateRow { readonly file_name: string; readonly bytes: number; readonly saved_at: Date; readonly places: TemplatePlace[]; readonly unknown: string[] }
export interface TemplateFileRow { readonly bytes: Buffer; readonly places: TemplatePlace[] }

/** A partnership has one, and sees no other. */
export const TEMPLATE = 'select file_name, octet_length(bytes) as bytes, saved_at, places, unknown from app.word_template';
export const TEMPLATE_FILE = 'select bytes, places from app.word_template';

export const KEEP_TEMPLATE = `
  insert into app.word_template (partnership_id, file_name, bytes, places, unknown, saved_at) values ($1, $2, $3, $4, $5, $6)
  on conflict (partnership_id) do update set file_name = excluded.file_name, bytes = excluded.bytes, places = excluded.places, unknown = excluded.unknown, saved_at = excluded.saved_at`;
