import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock, Database, notFound } from '@attest/shared/api';
import type { ExportChoices, NewSavedExport, SavedExportView } from './made-exports.dto';
import { choicesIn } from './wanted';

interface SavedRow { readonly id: string; readonly name: string; readonly wanted: ExportChoices }

/** Each person's own: how they like their files. */
@Injectable()
export class SavedExportsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async list(): Promise<SavedExportView[]> {
    const rows = await this.database.query<SavedRow>('select id, name, wanted from app.saved_export order by lower(name), id');
    return rows.map(({ id, name, wanted }) => ({ id, name, ...wanted }));
  }

  async save({ name, ...wanted }: NewSavedExport): Promise<void> {
    const { partnershipId, personId } = this.database.caller;
    await this.database.query('delete from app.saved_export where lower(name) = lower($1)', [name.trim()]);
    await this.database.query('insert into app.saved_export (partnership_id, id, person_id, name, wanted, saved_at) values ($1, $2, $3, $4, $5, $6)',
      [partnershipId, uuid(), personId, name.trim(), JSON.stringify(choicesIn(wanted)), this.clock.now()]);
  }

  async remove(id: string): Promise<void> {
    if (!await this.database.one('delete from app.saved_export where id = $1 returning id', [id])) throw notFound();
  }
}
