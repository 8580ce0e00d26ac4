import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { CarriedReturn } from '@attest/domain/lineage';
import { acceptsAnswers } from '@attest/domain/lifecycle';
import { Clock, Database, Refused, notFound } from '@attest/shared/api';
import { TemplatesService, type EditionView, type TemplateVersion } from '@attest/templates/api';
import type { CarryOversView, CarryOverView, CarryPreview, CarryRequest, StayingReturn } from './carry.dto';
import {
  CARRIED_ROUND, CARRY_OVERS, CARRY_ROUND, CHANGED_SINCE, LOCK_OPEN_RETURNS, LOCK_ROUND, LOCK_ROUND_OF, RETURNS_TO_CARRY, UNDO_CARRY,
  type CarriedReturnRow, type CarriedRoundRow, type CarryOverRow, type Undone,
} from './carry.queries';
import { CarryTelling } from './carry-telling';
import { carried, fatesOf, heirsOf, stepAlong, writtenReturn, type Step } from './carrying';

/** What one return is, and what becomes of it. */
interface Going {
  readonly row: CarriedReturnRow;
  readonly carried: CarriedReturn;
}

/** Takes an open round over to a newer version of its questionnaire: the returns that were never handed in, all of them at once. */
@Injectable()
export class CarryService {
  constructor(
    private readonly database: Database,
    private readonly templates: TemplatesService,
    private readonly telling: CarryTelling,
    private readonly clock: Clock,
  ) {}

  async read(roundId: string): Promise<CarryOversView> {
    const round = await this.found(CARRIED_ROUND, roundId);
    const before = await this.templates.pinned(round.template_version_id);
    const steps = this.isOpen(round) ? await this.steps(before) : [];
    return {
      round: { id: round.id, name: round.name }, edition: editionOf(before),
      choices: steps.map(({ after, carrying }) => ({ ...editionOf(after), class: carrying.class, obstacles: [...carrying.incompatible] })),
      done: await this.done(round),
    };
  }

  async preview(roundId: string, versionId: string): Promise<CarryPreview> {
    const round = await this.found(CARRIED_ROUND, roundId);
    const step = await this.stepTo(round, versionId);
    const { going, staying } = await this.returns(round, step);
    const returns = going.map((one) => one.carried);
    return {
      round: { id: round.id, name: round.name }, from: editionOf(step.before), to: editionOf(step.after),
      class: step.carrying.class, obstacles: [...step.carrying.incompatible], ...sums(returns),
      questions: fatesOf(step, returns), staying,
      organisations: going.map(({ row, carried: one }) => ({ organisationId: row.organisation_id, name: row.organisation_name, state: row.state, ...sums([one]) })),
    };
  }

  async apply(roundId: string, { templateVersionId }: CarryRequest): Promise<CarryOverView> {
    const round = await this.found(LOCK_ROUND, roundId);
    const step = await this.stepTo(round, templateVersionId);
    const { incompatible } = step.carrying;
    if (incompatible.length > 0) {
      throw new Refused('carry-not-possible', `The answers of this round cannot go over to ${step.after.template.edition} by themselves. Nothing was changed.`, {
        faults: incompatible.map(({ ref, detail }) => ({ where: ref, detail })),
      });
    }
    await this.database.query(LOCK_OPEN_RETURNS, [roundId]);
    const { going } = await this.returns(round, step);
    const written = going.map(({ row, carried: one }) => writtenReturn(step, row, one));
    const id = uuid();
    await this.database.query(CARRY_ROUND, [id, roundId, step.after.id, this.clock.now(), JSON.stringify(written), JSON.stringify(heirsOf(step))]);
    this.database.note({ detail: { from: step.before.template.edition, to: step.after.template.edition, returns: String(going.length) } });
    await this.telling.ask(id);
    return (await this.done(await this.found(CARRIED_ROUND, roundId))).find((one) => one.id === id)!;
  }

  async undo(id: string): Promise<CarryOverView> {
    const round = await this.found(LOCK_ROUND_OF, id);
    const done = (await this.done(round)).find((one) => one.id === id)!;
    const { outcome } = (await this.database.one<{ outcome: Undone }>(UNDO_CARRY, [id, this.clock.now()]))!;
    if (outcome !== 'done') throw notUndone(outcome, done);
    this.database.note({ thing: { kind: 'round', id: round.id }, detail: { from: done.to.edition, to: done.from.edition } });
    await this.telling.ask(id);
    return (await this.done(await this.found(CARRIED_ROUND, round.id))).find((one) => one.id === id)!;
  }

  private async found(statement: string, id: string): Promise<CarriedRoundRow> {
    const row = await this.database.one<CarriedRoundRow>(statement, [id]);
    if (!row) throw notFound();
    return row;
  }

  private isOpen({ state, final_on }: CarriedRoundRow): boolean {
    return acceptsAnswers({ state, final: final_on }, this.clock.today()).accepts;
  }

  /** To every published version that came out after this one. */
  private async steps(before: TemplateVersion): Promise<Step[]> {
    const steps: Step[] = [];
    for (const { versionId, code } of await this.templates.published()) {
      if (code !== before.template.code) continue;
      const way = await this.templates.wayBack(await this.templates.pinned(versionId), before);
      if (way) steps.push(stepAlong(way));
    }
    return steps;
  }

  private async stepTo(round: CarriedRoundRow, versionId: string): Promise<Step> {
    const before = await this.templates.pinned(round.template_version_id);
    const step = (await this.steps(before)).find(({ after }) => after.id === versionId);
    if (!step) await this.templates.version(versionId);
    if (!this.isOpen(round)) throw new Refused('round-not-open', 'This round takes no answers now, so it stays on the version it asked.');
    if (!step) throw new Refused('carry-not-possible', `That version did not come out after ${before.template.edition}, which this round asks. Nothing was changed.`);
    return step;
  }

  private async returns(round: CarriedRoundRow, step: Step): Promise<{ readonly going: readonly Going[]; readonly staying: StayingReturn[] }> {
    const rows = await this.database.query<CarriedReturnRow>(RETURNS_TO_CARRY, [round.id]);
    const whyStays = whyItStays(round);
    return {
      going: rows.filter((row) => whyStays(row) === null).map((row) => ({ row, carried: carried(step, row) })),
      staying: rows.flatMap((row): StayingReturn[] => {
        const why = whyStays(row);
        return why === null ? [] : [{ organisationId: row.organisation_id, name: row.organisation_name, why }];
      }),
    };
  }

  private async done(round: CarriedRoundRow): Promise<CarryOverView[]> {
    const rows = await this.database.query<CarryOverRow>(CARRY_OVERS, [round.id]);
    const standing = rows.find(({ undone_at }) => undone_at === null);
    const changed = standing ? await this.database.query<{ name: string }>(CHANGED_SINCE, [standing.id]) : [];
    const views: CarryOverView[] = [];
    for (const { id, at, undone_at, from_version_id, to_version_id, returns, kept, to_check, set_aside, added } of rows) {
      const newest = id === standing?.id;
      views.push({
        id, at: at.toISOString(), undoneAt: undone_at?.toISOString() ?? null, returns, kept, toCheck: to_check, setAside: set_aside, added,
        from: editionOf(await this.templates.pinned(from_version_id)), to: editionOf(await this.templates.pinned(to_version_id)),
        changedSince: newest ? changed.map(({ name }) => name) : [],
        moves: newest && changed.length === 0 && round.state === 'open' ? ['undo'] : [],
      });
    }
    return views;
  }
}

/** What was signed was signed on the questions it was asked: it stays with them, also when it is sent back. */
const whyItStays = (round: CarriedRoundRow) => ({ state, template_version_id }: CarriedReturnRow): string | null => {
  if (state === 'signing') return 'Being signed';
  if (state === 'reopened') return 'Sent back after it was handed in';
  if (state !== 'not-started' && state !== 'in-progress') return 'Handed in';
  return template_version_id === round.template_version_id ? null : 'Sent back after it was signed';
};

const editionOf = ({ id, template: { edition, title } }: TemplateVersion): EditionView => ({ versionId: id, edition, title });

function sums(returns: readonly CarriedReturn[]) {
  const total = (list: 'kept' | 'toCheck' | 'setAside' | 'added') => returns.reduce((sum, one) => sum + one[list].length, 0);
  return { kept: total('kept'), toCheck: total('toCheck'), setAside: total('setAside'), added: total('added') };
}

function notUndone(outcome: Exclude<Undone, 'done'>, { changedSince }: CarryOverView): Refused {
  if (outcome === 'not-found') return notFound();
  if (outcome === 'undone') return new Refused('already-done', 'Somebody has undone this already. Reload the page to see it.');
  if (outcome === 'closed') return new Refused('round-not-open', 'The round is closed, so its returns stay as they are.');
  return new Refused('changed-meanwhile', 'This cannot be undone any more: something has been saved, handed in or carried over since.', {
    faults: changedSince.map((name) => ({ where: name, detail: 'This return has changed since.' })),
  });
}
