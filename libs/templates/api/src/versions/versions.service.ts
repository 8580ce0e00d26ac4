import { Injectable } from '@nestjs/common';
import { may } from '@attest/domain/access';
import { minutesFor } from '@attest/domain/authoring';
import { movesFrom, stateAfter, versionMoves } from '@attest/domain/lifecycle';
import { ancestorsIn, comparability, lineageOf } from '@attest/domain/lineage';
import { questionsOf, type Question, type Template } from '@attest/domain/questionnaire';
import { Database, Refused, notFound } from '@attest/shared/api';
import { libraryTemplates } from '../library';
import { TemplatesQueries } from '../templates.queries';
import { TemplatesService, type TemplateVersion } from '../templates.service';
import { changesView } from './changes-view';
import type { ChangesView, LibraryEntry, VersionLineage, VersionSummary, VersionView } from './versions.dto';
import { VersionsQueries, type VersionSummaryRow } from './versions.queries';

/** Reading what there is, and taking a published version out of use. */
@Injectable()
export class VersionsService {
  constructor(
    private readonly database: Database,
    private readonly queries: VersionsQueries,
    private readonly versions: TemplatesQueries,
    private readonly templates: TemplatesService,
  ) {}

  library(): LibraryEntry[] {
    return libraryTemplates.map((template) => {
      const { code, edition, title, audience, purpose, sections } = template;
      const questions = questionsOf(template);
      return { code, edition, title, audience, purpose, sections: sections.length, questions: questions.length, minutes: Math.round(questions.reduce((sum, one) => sum + minutesFor(one), 0)) };
    });
  }

  async list(): Promise<VersionSummary[]> {
    return (await this.queries.all()).map(summaryOf);
  }

  async read(id: string): Promise<VersionView> {
    const version = await this.templates.version(id);
    const before = await this.templates.before(version.template);
    const { caller } = this.database;
    const writes = may(caller, 'template.write', { partnershipId: caller.partnershipId });
    return {
      id, contentHash: version.contentHash,
      template: writes ? version.template : withoutAuthorNotes(version.template),
      questions: [...version.questionIds].map(([key, questionId]) => ({ id: questionId, key })),
      follows: before && editionOf(before),
    };
  }

  async changes(id: string): Promise<ChangesView> {
    const { template } = await this.templates.version(id);
    return changesView(template, await this.templates.before(template));
  }

  /** The years before, and what each question was in them. */
  async lineage(id: string): Promise<VersionLineage> {
    const version = await this.templates.version(id);
    const chain = await this.templates.lineOf(version);
    const older = chain.slice(1);
    const upTo = (at: number) => chain.slice(0, at + 2).map(({ template }) => template);
    const known = new Set(older[0]?.questionIds.keys() ?? []);
    return {
      years: older.map((one, at) => {
        const { questions: rated, comparable } = comparability(upTo(at));
        return { ...editionOf(one), rated, comparable };
      }),
      questions: questionsOf(version.template).map((question) => ({
        id: version.questionIds.get(question.key)!, key: question.key, ref: question.ref, title: question.title,
        kind: lineageOf(question, known).kind,
        before: older.flatMap((one, at) => ancestorsIn(upTo(at), question.key).map(({ key, kind }) => {
          const { ref, title } = one.questions.get(one.questionIds.get(key)!)!;
          return { edition: one.template.edition, key, ref, title, kind };
        })),
      })),
    };
  }

  /** No new round asks it from now on; those that ask it already go on. */
  retire(id: string): Promise<VersionSummary> {
    return this.move(id, 'retire');
  }

  reinstate(id: string): Promise<VersionSummary> {
    return this.move(id, 'reinstate');
  }

  private async move(id: string, move: 'retire' | 'reinstate'): Promise<VersionSummary> {
    const state = await this.queries.state(id);
    if (state !== 'published' && state !== 'retired') throw notFound();
    const to = stateAfter(versionMoves, move, state);
    if (to === null || !(await this.versions.move(id, state, to))) {
      throw new Refused('already-done', `Somebody has done this already: the version was ${move === 'retire' ? 'retired' : 'reinstated'} before.`);
    }
    return summaryOf((await this.queries.find(id))!);
  }
}

/** Whoever may read this list may do all of it. */
function summaryOf({ publishedAt, changedAt, ...row }: VersionSummaryRow): VersionSummary {
  const moves = movesFrom(versionMoves, row.state);
  return {
    ...row, publishedAt: publishedAt?.toISOString() ?? null, changedAt: changedAt?.toISOString() ?? null,
    moves: row.state === 'published' || row.state === 'retired' ? ['start-next', ...moves] : moves,
  };
}

const editionOf = ({ id, template: { edition, title } }: TemplateVersion) => ({ versionId: id, edition, title });

function withoutAuthorNotes(template: Template): Template {
  const without = ({ authorNote: _, ...question }: Question): Question => question;
  return { ...template, sections: template.sections.map((section) => ({ ...section, questions: section.questions.map(without) })) };
}
