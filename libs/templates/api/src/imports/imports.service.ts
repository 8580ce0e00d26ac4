import { Injectable, StreamableFile } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { questionsOf, type Template } from '@attest/domain/questionnaire';
import { Clock, Database, JobHandler, Jobs, Refused, notFound, readSheetsOf, type JobIds, type SignedInCaller } from '@attest/shared/api';
import { DraftsQueries } from '../drafts/drafts.queries';
import { DraftsService } from '../drafts/drafts.service';
import { TemplatesQueries } from '../templates.queries';
import { sheetNames, writeBack } from '../workbook/workbook-file';
import { workbookFile } from '../workbook/workbook.service';
import { ExaminationService, type Sound } from './examination.service';
import { importView } from './import-view';
import type { ImportAgainst, ImportedWorkbook, NewReasons, SkippedRows } from './imports.dto';
import { ImportsQueries, type ImportRow } from './imports.queries';

/** A file as it arrives. */
export interface WorkbookUpload { readonly originalname: string; readonly buffer: Buffer }

const DAYS = 7;

/** Workbooks that come back: looked at first, then a draft of their own or nothing at all. */
@Injectable()
export class ImportsService {
  constructor(
    private readonly database: Database,
    private readonly queries: ImportsQueries,
    private readonly examination: ExaminationService,
    private readonly drafts: DraftsService,
    private readonly draftRows: DraftsQueries,
    private readonly versions: TemplatesQueries,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /** Reads the file before the transaction, and in a thread of its own. */
  async upload(caller: SignedInCaller, file: WorkbookUpload | undefined, { templateVersionId }: ImportAgainst): Promise<ImportedWorkbook> {
    if (!file) throw new Refused('file-not-accepted', 'Choose a workbook (.xlsx or .ods), and send it in the field "file".', { faults: [] });
    const read = await readSheetsOf(file.buffer, sheetNames);
    if ('refused' in read) throw new Refused('file-not-accepted', read.refused, { faults: [] });
    return this.database.transaction(caller, 'write', async () => {
      if (templateVersionId !== undefined && !(await this.draftRows.find(templateVersionId))) throw notFound();
      const [id, expiresAt] = [uuid(), new Date(this.clock.now().getTime() + DAYS * 86_400_000)];
      this.database.note({ thing: { kind: 'import', id } });
      await this.queries.keep({ id, fileName: nameOf(file), format: read.format, sheets: read.sheets, againstId: templateVersionId ?? null, expiresAt });
      await this.jobs.send('template-import-expiry', { id }, { startAfter: expiresAt });
      return this.read(id);
    });
  }

  async read(id: string): Promise<ImportedWorkbook> {
    const found = await this.found(id);
    return importView(found, await this.examination.examine(found));
  }

  async skip(id: string, { rows }: SkippedRows): Promise<ImportedWorkbook> {
    const strange = rows.find((row) => !/^[A-Za-z]{1,20}!\d{1,5}$/.test(row));
    if (strange !== undefined) throw new Refused('invalid-request', 'A row to be left out is named by its sheet and its number.', { faults: [{ where: 'rows', detail: 'Name it like this: Questions!12.' }] });
    unmade(await this.locked(id));
    await this.queries.skip(id, [...new Set(rows)]);
    return this.read(id);
  }

  /** The same workbook, with what is to be put right written in. */
  async workbook(caller: SignedInCaller, id: string): Promise<StreamableFile> {
    const { found, problems, owner } = await this.database.transaction(caller, 'read', async () => {
      const found = await this.found(id);
      const examined = await this.examination.examine(found);
      return { found, problems: 'problems' in examined ? examined.problems : examined.later, owner: await this.versions.partnershipName() };
    });
    const bytes = await writeBack(found.format, found.sheets, problems, { owner, at: this.clock.now() });
    return workbookFile(`${found.fileName.replace(/\.[^.]*$/, '')}_checked`, found.format, bytes);
  }

  /** All of it or nothing. */
  async apply(id: string, reasons: NewReasons): Promise<ImportedWorkbook> {
    const found = await this.locked(id);
    unmade(found);
    const examined = await this.examination.examine(found);
    if ('problems' in examined) {
      throw new Refused('file-not-accepted', 'There is still something to put right in this workbook. Nothing was changed.', {
        faults: examined.problems.slice(0, 50).map(({ sheet, row, column, detail }) => ({ where: `${sheet}!${column}${row || ''}`, detail })),
      });
    }
    const draft = await this.drafts.takeIn(explained(examined, reasons));
    await this.queries.becomes(id, draft.id);
    return this.read(id);
  }

  @JobHandler('template-import-expiry')
  async expire({ id }: JobIds): Promise<void> {
    await this.database.withoutCaller('select app.end_template_import($1, $2)', [id, this.clock.now()]);
  }

  private async found(id: string): Promise<ImportRow> {
    const found = await this.queries.find(id, this.clock.now());
    if (!found) throw notFound();
    return found;
  }

  private async locked(id: string): Promise<ImportRow> {
    const found = await this.queries.lock(id, this.clock.now());
    if (!found) throw notFound();
    return found;
  }
}

function unmade({ draftId }: ImportRow): void {
  if (draftId !== null) throw new Refused('already-done', 'A draft was made of this workbook already.');
}

/** With a reason for every question that is asked no more; one for any other is nobody's and left out. */
function explained({ template, against, unexplained }: Sound, { reasons }: NewReasons): Template {
  const notes = new Map(reasons.map(({ key, note }) => [key, note.trim()]));
  const missing = [...unexplained].filter((key) => !notes.get(key));
  if (missing.length > 0) {
    throw new Refused('file-not-accepted', 'Say of each question that is asked no more why that is so. Nothing was changed.', { faults: missing.map((key) => ({ where: key, detail: 'Say why it is asked no more.' })) });
  }
  const known = new Map([...(template.retired ?? []), ...(against ? questionsOf(against.template) : [])].map(({ key, ref, title }) => [key, { key, ref, title }]));
  const others = (template.retired ?? []).filter(({ key }) => !unexplained.has(key));
  const retired = [...others, ...[...unexplained].flatMap((key) => (known.has(key) ? [{ ...known.get(key)!, note: notes.get(key)! }] : []))];
  return retired.length > 0 ? { ...template, retired } : template;
}

/** Names come from outside: kept short, and without what a terminal or a database would stumble over. */
function nameOf({ originalname }: WorkbookUpload): string {
  return originalname.replace(/[\p{Cc}\p{Surrogate}]/gu, '').slice(-200) || 'workbook';
}
