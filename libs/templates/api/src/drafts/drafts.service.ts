import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { adopted, adviceOn, blankTemplate, codeFor, firstEdition, minutesFor, newEditionOf, nextEdition, stepsOf } from '@attest/domain/authoring';
import { movesFrom, stateAfter, versionMoves } from '@attest/domain/lifecycle';
import { lineageOf, lineageProblems, proposeLineage } from '@attest/domain/lineage';
import { questionsOf, type Template } from '@attest/domain/questionnaire';
import { Clock, Database, Refused, notFound, type Fault } from '@attest/shared/api';
import { CitationsService } from '../citations/citations.service';
import { libraryTemplates } from '../library';
import { isTooLarge, templateFaults } from '../shape/shape';
import { TemplatesQueries } from '../templates.queries';
import { TemplatesService, type TemplateVersion } from '../templates.service';
import type { AtRevision, DraftLineage, DraftView, EditionView, FromLibrary, FromNothing, FromVersion } from './drafts.dto';
import { DraftsQueries, type DraftRow } from './drafts.queries';

/** How drafts begin, how they are read, and how they end: by being published or thrown away. */
@Injectable()
export class DraftsService {
  constructor(
    private readonly database: Database,
    private readonly queries: DraftsQueries,
    private readonly templates: TemplatesService,
    private readonly versions: TemplatesQueries,
    private readonly citations: CitationsService,
    private readonly clock: Clock,
  ) {}

  async fromLibrary({ code }: FromLibrary): Promise<DraftView> {
    const template = libraryTemplates.find((one) => one.code === code);
    if (!template) throw notFound();
    const editions = await this.versions.editions(code);
    if (editions.length === 0) return this.start(firstEdition(template));
    const { template: before } = await this.templates.version(editions[0]!.id);
    return this.start(adopted(template, before, nextEdition(before.edition, editions.map(({ edition }) => edition))));
  }

  async fromVersion({ versionId }: FromVersion): Promise<DraftView> {
    const { template } = await this.templates.version(versionId);
    const taken = (await this.versions.editions(template.code)).map(({ edition }) => edition);
    return this.start(newEditionOf(template, nextEdition(template.edition, taken)));
  }

  async fromNothing({ title, edition, audience }: FromNothing): Promise<DraftView> {
    const code = codeFor(title, [...await this.versions.codes(), ...libraryTemplates.map((one) => one.code)]);
    return this.start(blankTemplate({ code, title: title.trim(), edition: edition.trim(), audience, effectiveFrom: this.clock.today() }));
  }

  /** Whatever somebody sent, as a new draft; refused with all that keeps it from being one. */
  async takeIn(value: unknown): Promise<DraftView> {
    const faults = await this.faultsOf(value);
    if (faults.length > 0) throw new Refused('file-not-accepted', 'This cannot become a draft. Nothing was changed.', { faults });
    return this.start(value as Template);
  }

  /** What keeps it from becoming a draft, with JSON pointers. */
  async faultsOf(value: unknown): Promise<readonly Fault[]> {
    const faults = templateFaults(value);
    if (faults.length > 0) return faults;
    const template = value as Template;
    const audience = await this.versions.audienceOf(template.code);
    return [
      ...(isTooLarge(template) ? [{ where: '/', detail: 'This is too large to be answered by anybody. Split it into two questionnaires.' }] : []),
      ...(audience !== null && audience !== template.audience ? [{ where: '/audience', detail: `There is a questionnaire "${template.code}" for ${audience === 'school' ? 'schools' : 'agencies'} already: give this one a code of its own.` }] : []),
    ];
  }

  /** A template of our own making as a new draft. */
  private async start(template: Template): Promise<DraftView> {
    const id = uuid();
    await this.versions.addDraft(id, await this.versions.templateOf(template, uuid()), template);
    this.database.note({ thing: { kind: 'draft', id } });
    return this.read(id);
  }

  async read(id: string): Promise<DraftView> {
    const draft = await this.queries.find(id);
    if (!draft) throw notFound();
    return this.viewOf(draft);
  }

  async viewOf(draft: DraftRow): Promise<DraftView> {
    const { id, state, revision, template } = draft;
    if (state !== 'draft' && state !== 'discarded') throw closed(state);
    const { faults, before } = await this.templates.standing(template);
    const currentEditions = await this.citations.current();
    const { undo, redo } = stepsOf(await this.queries.ownSteps(id));
    return {
      id, state, revision, template, currentEditions,
      follows: before && editionOf(before),
      problems: [...faults],
      advice: adviceOn(template, currentEditions).map((one) => ({ ...one })),
      minutes: Math.round(questionsOf(template).reduce((sum, question) => sum + minutesFor(question), 0)),
      canUndo: undo !== null, canRedo: redo !== null,
      changedAt: draft.changedAt!.toISOString(), changedBy: draft.changedBy,
      moves: state === 'draft' ? ['edit', ...draftMovesFrom(state)] : draftMovesFrom(state),
    };
  }

  /** What the draft says of where its questions come from, and what keys and words would say. */
  async lineage(id: string): Promise<DraftLineage> {
    const draft = await this.queries.find(id);
    if (!draft) throw notFound();
    const { template } = draft;
    const { before } = await this.templates.standing(template);
    if (!before) return { follows: null, questions: [], before: [], problems: [] };
    const proposed = proposeLineage(before.template, template);
    const known = new Set(before.questionIds.keys());
    const retired = new Set((template.retired ?? []).map(({ key }) => key));
    return {
      follows: editionOf(before),
      questions: questionsOf(template).map((question) => ({
        key: question.key, ref: question.ref, title: question.title, said: lineageOf(question, known), proposed: proposed.lineage.get(question.key)!,
      })),
      before: questionsOf(before.template).map(({ key, ref, title, wording }) => ({
        key, ref, title, wording, retired: retired.has(key), proposedRetired: proposed.retired.includes(key),
      })),
      problems: lineageProblems(before.template, template).map((problem) => ({ ...problem })),
    };
  }

  async publish(id: string, { revision }: AtRevision): Promise<EditionView> {
    const draft = await this.opened(id, revision);
    return editionOf(await this.templates.seal(id, draft.template));
  }

  async discard(id: string): Promise<void> {
    await this.move(id, 'discard');
  }

  async restore(id: string): Promise<DraftView> {
    await this.move(id, 'restore');
    return this.read(id);
  }

  /** The draft as whoever changes it knows it, and nobody else changes it meanwhile. */
  async opened(id: string, revision: number): Promise<DraftRow> {
    const draft = await this.queries.lock(id);
    if (!draft) throw notFound();
    if (draft.state !== 'draft') throw closed(draft.state);
    if (draft.revision !== revision) {
      throw new Refused('changed-meanwhile', 'Somebody changed this draft meanwhile. Make your change again on the draft as it is now.', { current: await this.viewOf(draft) });
    }
    return draft;
  }

  private async move(id: string, move: 'discard' | 'restore'): Promise<void> {
    const draft = await this.queries.lock(id);
    if (!draft) throw notFound();
    const to = stateAfter(versionMoves, move, draft.state);
    if (to === null) throw closed(draft.state);
    await this.versions.move(id, draft.state, to);
  }
}

const draftMovesFrom = (state: 'draft' | 'discarded') => movesFrom(versionMoves, state) as ('publish' | 'discard' | 'restore')[];

const editionOf = ({ id, template: { edition, title } }: TemplateVersion): EditionView => ({ versionId: id, edition, title });

const closed = (state: DraftRow['state']) => new Refused('already-done', {
  draft: 'This draft is there already.',
  discarded: 'This draft was discarded. Restore it to go on with it.',
  published: 'This draft has been published, and never changes again. Start a new edition from it.',
  retired: 'This draft has been published and retired, and never changes again. Start a new edition from it.',
}[state]);
