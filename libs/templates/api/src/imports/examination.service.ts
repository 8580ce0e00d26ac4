import { Injectable } from '@nestjs/common';
import { adopted, nextEdition } from '@attest/domain/authoring';
import { changesBetween, differencesBetween, type Differences } from '@attest/domain/lineage';
import type { Retired, Template } from '@attest/domain/questionnaire';
import { problemInSheets, readSheets, type WorkbookProblem } from '@attest/domain/workbook';
import { DraftsQueries } from '../drafts/drafts.queries';
import { DraftsService } from '../drafts/drafts.service';
import { TemplatesQueries } from '../templates.queries';
import { TemplatesService, type TemplateVersion } from '../templates.service';
import type { ImportRow } from './imports.queries';

/** What there is to say of a workbook: what is wrong with it or, where nothing is, what would come of it. */
export type Examined = { readonly problems: readonly WorkbookProblem[] } | Sound;

export interface Sound {
  /** The draft that would come of it. */
  readonly template: Template;
  readonly later: readonly WorkbookProblem[];
  /** The edition it names, where that is published already. */
  readonly published: string | null;
  readonly against: { readonly id: string; readonly template: Template; readonly draft: boolean } | null;
  readonly differences: Differences | null;
  /** Keys of questions of the edition before of which it is not said why they are asked no more. */
  readonly unexplained: ReadonlySet<string>;
}

@Injectable()
export class ExaminationService {
  constructor(
    private readonly drafts: DraftsService,
    private readonly draftRows: DraftsQueries,
    private readonly templates: TemplatesService,
    private readonly versions: TemplatesQueries,
  ) {}

  async examine({ sheets, skipped, againstId }: Pick<ImportRow, 'sheets' | 'skipped' | 'againstId'>): Promise<Examined> {
    const left = new Set(skipped);
    const read = readSheets(sheets, left);
    if ('problems' in read) return read;
    const faults = await this.drafts.faultsOf(read.template);
    if (faults.length > 0) return { problems: faults.map(({ where, detail }) => problemInSheets(sheets, left, read.template, where, detail)) };
    const { template, published, followed } = await this.asDraft(read.template);
    const against = await this.heldAgainst(againstId, template, followed);
    const unexplained = followed ? changesBetween(followed.template, template).retired.filter(({ note }) => note === '').map(({ question }) => question.key) : [];
    return {
      template, later: read.later, published, against, unexplained: new Set(unexplained),
      differences: against && {
        ...differencesBetween(against.template, template),
        // where questions are said to come from, that counts
        ...(against.id === followed?.id ? changesBetween(against.template, template) : {}),
      },
    };
  }

  /** A published edition never changes: a workbook of one is the beginning of the next. */
  private async asDraft(template: Template): Promise<{ readonly template: Template; readonly published: string | null; readonly followed: TemplateVersion | null }> {
    const editions = await this.versions.editions(template.code);
    const [newest] = editions;
    if (newest && editions.some(({ edition }) => edition === template.edition)) {
      const followed = await this.templates.pinned(newest.id);
      const next = adopted(template, followed.template, nextEdition(template.edition, editions.map(({ edition }) => edition)));
      return { template: withNotes(next, template.retired), published: template.edition, followed };
    }
    const before = editions.find(({ edition }) => edition === template.follows);
    return { template, published: null, followed: before ? await this.templates.pinned(before.id) : null };
  }

  private async heldAgainst(id: string | null, { code }: Template, followed: TemplateVersion | null): Promise<Sound['against']> {
    if (id !== null) {
      const row = await this.draftRows.find(id);
      return row && { id, template: row.template, draft: row.state === 'draft' };
    }
    const [newest] = followed ? [] : await this.versions.editions(code);
    const version = newest ? await this.templates.pinned(newest.id) : followed;
    return version && { id: version.id, template: version.template, draft: false };
  }
}

/** What the workbook says of why something is asked no more goes on being said. */
function withNotes(template: Template, said: readonly Retired[] = []): Template {
  return { ...template, retired: template.retired?.map((one) => ({ ...one, note: said.find(({ key }) => key === one.key)?.note ?? one.note })) };
}
