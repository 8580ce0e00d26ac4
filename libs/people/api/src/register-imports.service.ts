import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { changeInWords, type RegisterChange as Change, type RegisterChanges } from '@attest/domain/register';
import { Database, Refused, notFound, type SignedInCaller } from '@attest/shared/api';
import type { ImportView, RegisterChange } from './organisations.dto';
import { readRegister } from './register-file';
import { RegisterQueries, type ImportRow, type ImportSummary } from './register.queries';
import { RegisterService } from './register.service';

/** A file as it arrives. */
export interface Upload { readonly originalname: string; readonly buffer: Buffer }

@Injectable()
export class RegisterImportsService {
  constructor(
    private readonly database: Database,
    private readonly queries: RegisterQueries,
    private readonly register: RegisterService,
  ) {}

  /** Reads the file between two short transactions: sixty megabytes take seconds, and nobody is to wait for them. */
  async preview(caller: SignedInCaller, file: Upload | undefined): Promise<ImportView> {
    if (!file) throw new Refused('file-not-accepted', 'Choose the register as a CSV file, and send it in the field "file".', { faults: [] });
    const concerns = await this.database.transaction(caller, 'read', () => this.register.concerns());
    const { rows, establishments } = await readRegister(file.buffer, concerns);
    return this.database.transaction(caller, 'write', async () => {
      const id = uuid();
      const changes = await this.register.changesFrom(establishments);
      this.database.note({ thing: { kind: 'register-import', id } });
      await this.queries.keep(id, nameOf(file), establishments, summaryOf(changes, { rows, concerned: establishments.length }));
      return this.read(id);
    });
  }

  /** What it would change now or, once applied, what it has changed. */
  async read(id: string): Promise<ImportView> {
    const found = await this.queries.find(id);
    if (!found) throw notFound();
    if (found.appliedAt) return viewOf(found, found.summary, []);
    const now = summaryOf(await this.register.changesFrom(found.establishments), found.summary);
    return viewOf(found, now, now.changes.length > 0 && sameChanges(now, found.summary) ? ['apply'] : []);
  }

  /** All of it or nothing, and nothing that was not shown. */
  async apply(id: string): Promise<ImportView> {
    await this.queries.lock();
    const found = await this.queries.find(id);
    if (!found) throw notFound();
    if (found.appliedAt) throw new Refused('already-done', 'This register has been applied already.');
    const changes = await this.register.changesFrom(found.establishments);
    if (!sameChanges(summaryOf(changes, found.summary), found.summary)) {
      throw new Refused('register-changed', 'The register has changed since this file was uploaded. Upload it again to see what it would change now.');
    }
    await this.register.carryOut(changes);
    await this.queries.markApplied(id);
    return this.read(id);
  }
}

const kindsInWords: Readonly<Record<Change['kind'], RegisterChange['kind']>> = {
  'opened': 'opened', 'closed': 'closed', 'converted': 'converted', 'renamed': 'renamed', 'reopened': 'reopened',
  'phase-changed': 'changed', 'details-changed': 'changed',
};

function summaryOf({ changes, unchanged, absent }: RegisterChanges, { rows, concerned }: Pick<ImportSummary, 'rows' | 'concerned'>): ImportSummary {
  return {
    rows, concerned, unchanged, absent: absent.length,
    changes: changes.map((change) => (
      { kind: kindsInWords[change.kind], urn: change.establishment.urn, name: change.establishment.name, detail: changeInWords(change) })),
  };
}

/** By the words that were shown: they name what was and what will be. */
function sameChanges(a: ImportSummary, b: ImportSummary): boolean {
  const words = ({ changes }: ImportSummary) => changes.map(({ kind, urn, name, detail }) => [kind, urn, name, detail].join('\n')).join('\n');
  return words(a) === words(b);
}

function viewOf({ id, fileName, uploadedBy, uploadedAt, appliedAt }: ImportRow, summary: ImportSummary, moves: string[]): ImportView {
  return { id, fileName, uploadedBy, uploadedAt: uploadedAt.toISOString(), appliedAt: appliedAt?.toISOString() ?? null, ...summary, moves };
}

/** Names come from outside: kept short, and without what a terminal or a database would stumble over. */
function nameOf({ originalname }: Upload): string {
  return originalname.replace(/\p{Cc}/gu, '').slice(-200) || 'register.csv';
}
