import { Injectable } from '@nestjs/common';
import type { Sheet } from '@attest/domain/workbook';
import { Database } from '@attest/shared/api';
import type { WorkbookFormat } from '../workbook/workbook-file';

export interface ImportRow {
  readonly id: string;
  readonly fileName: string;
  readonly format: WorkbookFormat;
  readonly sheets: readonly Sheet[];
  readonly skipped: readonly string[];
  readonly againstId: string | null;
  readonly uploadedAt: Date;
  readonly expiresAt: Date;
  readonly draftId: string | null;
}

const IMPORT = `
  select id, file_name as "fileName", format, sheets, skipped, against_id as "againstId", uploaded_at as "uploadedAt", expires_at as "expiresAt", draft_id as "draftId"
  from app.template_import where id = $1 and expires_at > $2`;

@Injectable()
export class ImportsQueries {
  constructor(private readonly database: Database) {}

  async keep({ id, fileName, format, sheets, againstId, expiresAt }: Omit<ImportRow, 'skipped' | 'uploadedAt' | 'draftId'>): Promise<void> {
    const { partnershipId, personId } = this.database.caller;
    await this.database.query(
      'insert into app.template_import (partnership_id, id, person_id, file_name, format, sheets, against_id, expires_at) values ($1, $2, $3, $4, $5, $6, $7, $8)',
      [partnershipId, id, personId, fileName, format, JSON.stringify(sheets), againstId, expiresAt]);
  }

  find(id: string, now: Date): Promise<ImportRow | null> {
    return this.database.one(IMPORT, [id, now]);
  }

  /** Two who make a draft of it at once make one. */
  lock(id: string, now: Date): Promise<ImportRow | null> {
    return this.database.one(`${IMPORT} for update`, [id, now]);
  }

  async skip(id: string, rows: readonly string[]): Promise<void> {
    await this.database.query('update app.template_import set skipped = $2 where id = $1', [id, rows]);
  }

  async becomes(id: string, draftId: string): Promise<void> {
    await this.database.query('update app.template_import set draft_id = $2 where id = $1', [id, draftId]);
  }
}
