import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { applyChanges, changeInWords, registerChanges, type Establishment, type RegisterChanges, type RegisteredSchool } from '@attest/domain/register';
import { Clock, Database, Refused, notFound, type SignedInCaller } from '@attest/shared/api';
import type { ImportSummary, ImportView } from './organisations.dto';
import { OrganisationsQueries } from './organisations.queries';
import { OrganisationsService } from './organisations.service';
import { readRegister } from './register-file';
import { RegisterQueries, columnsOf, type ImportRow } from './register.queries';

/** A file as it arrives. */
export interface Upload { readonly originalname: string; readonly buffer: Buffer }

type Kept = RegisteredSchool & { readonly predecessorId: string | null };

@Injectable()
export class RegisterImportsService {
  constructor(
    private readonly database: Database,
    private readonly queries: RegisterQueries,
    private readonly organisations: OrganisationsService,
    private readonly places: OrganisationsQueries,
    private readonly clock: Clock,
  ) {}

  /** Reads the file between two short transactions: sixty megabytes take seconds, and nobody is to wait for them. */
  async preview(caller: SignedInCaller, file: Upload | undefined): Promise<ImportView> {
    if (!file) throw new Refused('file-not-accepted', 'Choose the register as a CSV file, and send it in the field "file".', { faults: [] });
    const concerns = await this.database.transaction(caller, 'read', () => this.concerns());
    const { rows, establishments } = await readRegister(file.buffer, concerns);
    return this.database.transaction(caller, 'write', async () => {
      const id = uuid();
      const summary = summaryOf(rows, establishments, await this.changes(establishments));
      await this.queries.keep(id, nameOf(file), establishments, summary);
      return this.read(id);
    });
  }

  /** What it would change now or, once applied, what it has changed. */
  async read(id: string): Promise<ImportView> {
    const found = await this.queries.find(id);
    if (!found) throw notFound();
    if (found.appliedAt) return viewOf(found, found.summary, []);
    const now = summaryOf(found.summary.rows, found.establishments, await this.changes(found.establishments));
    return viewOf(found, now, now.changes.length > 0 && sameChanges(now, found.summary) ? ['apply'] : []);
  }

  /** All of it or nothing, and nothing that was not shown. */
  async apply(id: string): Promise<ImportView> {
    await this.queries.lock();
    const found = await this.queries.find(id);
    if (!found) throw notFound();
    if (found.appliedAt) throw new Refused('already-done', 'This register has been applied already.');
    const current = await this.queries.schools();
    const found_ = await this.changesOf(current, found.establishments);
    const summary = summaryOf(found.summary.rows, found.establishments, found_);
    if (!sameChanges(summary, found.summary)) {
      throw new Refused('register-changed', 'The register has changed since this file was uploaded. Upload it again to see what it would change now.');
    }
    await this.carryOut(current, found_);
    await this.queries.markApplied(id, summary);
    return this.read(id);
  }
}
