import { Injectable, StreamableFile } from '@nestjs/common';
import { inBraces, placesOf, type TemplatePlace } from '@attest/domain/exports';
import { Clock, Database, Papers, Refused, notFound, paperTypes, type SignedInCaller } from '@attest/shared/api';
import { inspectedOrRefused } from '@attest/submissions/api';
import { starterPaper } from './starter';
import type { WordTemplateView } from './word-template.dto';
import { KEEP_TEMPLATE, TEMPLATE, TEMPLATE_FILE, type TemplateFileRow, type TemplateRow } from './word-template.queries';

export interface BroughtTemplate { readonly originalname: string; readonly buffer: Buffer }

/** One for each partnership. It is looked into when it is brought, so that a paper that is made from it does not fail. */
@Injectable()
export class WordTemplateService {
  constructor(
    private readonly database: Database,
    private readonly papers: Papers,
    private readonly clock: Clock,
  ) {}

  async read(): Promise<WordTemplateView> {
    const row = await this.database.one<TemplateRow>(TEMPLATE);
    if (!row) return { template: null };
    const { file_name: fileName, bytes, saved_at, places, unknown } = row;
    return { template: { fileName, bytes, savedAt: saved_at.toISOString(), places, missing: placesOf(places).missing, unknown } };
  }

  async bring(caller: SignedInCaller, file: BroughtTemplate | undefined): Promise<WordTemplateView> {
    if (!file) throw notAccepted('Choose a file first, and send it in the field "file".');
    // a template of Word's own kind is a document in all but its name and one line
    if (/\.dotx$/i.test(file.originalname)) throw notAccepted(NO_WORD);
    const { name, media, bytes } = await inspectedOrRefused(file.originalname, file.buffer);
    if (media !== paperTypes.docx) throw notAccepted(NO_WORD);
    const { anywhere, inText, fetches } = await this.papers.look(bytes);
    if (fetches) throw notAccepted('The file fetches a picture or a template from elsewhere when it is opened. In Word, put the pictures into the file and detach the template (Developer, Document Template), then choose it again.');
    if (!inText.includes('body')) throw notAccepted(`The file has no place for the paper. Write ${inBraces('body')} in its text, in a paragraph by itself, then choose it again.`);
    const { places, unknown } = placesOf(anywhere);
    return this.database.transaction(caller, 'write', async () => {
      await this.database.query(KEEP_TEMPLATE, [caller.partnershipId, name, bytes, places, unknown, this.clock.now()]);
      return this.read();
    });
  }

  async remove(): Promise<void> {
    await this.database.query('delete from app.word_template');
  }

  async file(): Promise<StreamableFile> {
    const row = await this.database.one<TemplateFileRow>(TEMPLATE_FILE);
    if (!row) throw notFound();
    return new StreamableFile(row.bytes, { type: paperTypes.docx, length: row.bytes.length, disposition: 'attachment; filename="word-template.docx"' });
  }

  starter(): Promise<StreamableFile> {
    return this.papers.file(starterPaper, 'docx', 'starter-template');
  }

  /** For a paper that was asked for in it. */
  async forFilling(): Promise<{ readonly bytes: Buffer; readonly places: readonly TemplatePlace[] }> {
    const row = await this.database.one<TemplateFileRow>(TEMPLATE_FILE);
    if (!row) throw new Refused('still-needed', 'Your own Word template has been removed meanwhile. Ask for the file without it, or bring the template again.');
    return row;
  }
}

const NO_WORD = 'The template must be a Word document. Open it in Word, save it as .docx, then choose that.';

const notAccepted = (sentence: string) => new Refused('file-not-accepted', sentence, { faults: [] });
