import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { differenceKinds } from '@attest/domain/scoring';
import { Clock, Database, Refused, canonicalJson, notFound, sha256 } from '@attest/shared/api';
import { TemplatesService } from '@attest/templates/api';
import type { NewRecalculation, RecalculationPreview, RecalculationView, UndoRecalculation } from './recalculation.dto';
import { ADD_RECALCULATION, HOLD_RATINGS, PUT_BACK, RATED_RETURNS, RATE_AGAIN, RECALCULATIONS, ROUND_NAME, type RatedReturnRow, type RecalculationRow } from './recalculation.queries';
import { countsOf, differenceView, foundIn, ratedAgain, type Found } from './worked-out';

const RETURNS_AT_ONCE = 200;
const RATINGS_AT_ONCE = 2_000;
const MOST_SHOWN = 500;

interface WorkedOut {
  readonly returns: number;
  readonly found: readonly Found[];
  readonly unknownRules: readonly string[];
}

/** Works the ratings of a round out again: what would differ is looked at first, and what was is kept. */
@Injectable()
export class RecalculationService {
  constructor(
    private readonly database: Database,
    private readonly templates: TemplatesService,
    private readonly clock: Clock,
  ) {}

  async preview(roundId: string): Promise<RecalculationPreview> {
    const round = await this.round(roundId);
    const { returns, found, unknownRules } = await this.workedOut(roundId);
    const byWeight = found.toSorted((one, other) => differenceKinds.indexOf(one.difference.kind) - differenceKinds.indexOf(other.difference.kind)
      || compare(one.row.organisation_name, other.row.organisation_name));
    return { round, returns, counts: countsOf(found), unknownRules: [...unknownRules], digest: digestOf(found), differences: byWeight.slice(0, MOST_SHOWN).map(differenceView) };
  }

  /** Applies what was previewed, or nothing. */
  async apply(roundId: string, { reason, digest }: NewRecalculation): Promise<RecalculationView> {
    await this.round(roundId);
    refuseWithout(reason);
    await this.database.one(HOLD_RATINGS, [roundId]);
    const { found } = await this.workedOut(roundId);
    if (found.length === 0) throw new Refused('already-done', 'Every rating is what its rule gives. There is nothing to change.');
    if (digestOf(found) !== digest) throw new Refused('changed-meanwhile', 'What would change is not what you looked at any more: a return has been handed in, or somebody else recalculated. Look again before you apply it.');
    const id = await this.add(roundId, reason, countsOf(found), null);
    for (let at = 0; at < found.length; at += RATINGS_AT_ONCE) {
      const rows = JSON.stringify(found.slice(at, at + RATINGS_AT_ONCE).map(ratedAgain));
      await this.database.query(RATE_AGAIN, [this.database.caller.partnershipId, roundId, id, this.clock.now(), rows]);
    }
    return this.one(roundId, id);
  }

  /** Puts back what was before: another recalculation, kept like any. Only while every rating of it still stands. */
  async undo(roundId: string, id: string, { reason }: UndoRecalculation): Promise<RecalculationView> {
    await this.round(roundId);
    refuseWithout(reason);
    await this.database.one(HOLD_RATINGS, [roundId]);
    const row = (await this.rows(roundId)).find((one) => one.id === id);
    if (!row) throw notFound();
    if (row.undone) throw new Refused('already-done', 'This recalculation has been undone already.');
    if (!stands(row)) throw new Refused('changed-meanwhile', 'Ratings of this recalculation have changed since: a return was handed in again, or its ratings were recalculated later. Nothing was put back.');
    const undoing = await this.add(roundId, reason, { level: row.levels, points: row.points, explanation: row.explanations }, id);
    await this.database.query(PUT_BACK, [id, undoing, this.clock.now()]);
    return this.one(roundId, undoing);
  }

  async list(roundId: string): Promise<RecalculationView[]> {
    await this.round(roundId);
    return (await this.rows(roundId)).map(viewOf);
  }

  private async workedOut(roundId: string): Promise<WorkedOut> {
    const [found, unknown]: [Found[], Set<string>] = [[], new Set()];
    for (let [after, returns]: [string | null, number] = [null, 0]; ;) {
      const rows: RatedReturnRow[] = await this.database.query<RatedReturnRow>(RATED_RETURNS, [roundId, after, RETURNS_AT_ONCE]);
      for (const row of rows) {
        const differing = foundIn(row, await this.templates.pinned(row.template_version_id));
        if ('unknownRule' in differing) unknown.add(differing.unknownRule);
        else found.push(...differing);
      }
      returns += rows.length;
      if (rows.length < RETURNS_AT_ONCE) return { returns, found, unknownRules: [...unknown].sort() };
      after = rows.at(-1)!.id;
    }
  }

  private async add(roundId: string, reason: string, { level, points, explanation }: ReturnType<typeof countsOf>, undoes: string | null): Promise<string> {
    const id = uuid();
    await this.database.query(ADD_RECALCULATION, [this.database.caller.partnershipId, id, roundId, reason.trim(), undoes, level, points, explanation, this.clock.now()]);
    this.database.note({ detail: { recalculation: id, ...(undoes && { undoes }), levels: level } });
    return id;
  }

  private async round(id: string): Promise<{ id: string; name: string }> {
    const round = await this.database.one<{ id: string; name: string }>(ROUND_NAME, [id]);
    if (!round) throw notFound();
    return round;
  }

  private rows(roundId: string): Promise<RecalculationRow[]> {
    return this.database.query<RecalculationRow>(RECALCULATIONS, [roundId]);
  }

  private async one(roundId: string, id: string): Promise<RecalculationView> {
    const { name } = this.database.caller;
    // the trail tells of it in the same commit, which is still to come
    return { ...viewOf((await this.rows(roundId)).find((row) => row.id === id)!), by: name };
  }
}

/** Spaces are no reason. */
function refuseWithout(reason: string): void {
  if (reason.trim().length < 3) throw new Refused('invalid-request', 'Say why. Nothing was changed.', { faults: [{ where: 'reason', detail: 'Say why the ratings are worked out again.' }] });
}

const stands = ({ levels, points, explanations, standing }: RecalculationRow) => standing === levels + points + explanations;

function viewOf(row: RecalculationRow): RecalculationView {
  const { id, at, by, reason, levels, points, explanations, undoes, undone } = row;
  return {
    id, at: at.toISOString(), by, reason, counts: { level: levels, points, explanation: explanations }, isUndo: undoes !== null, undone,
    moves: stands(row) && !undone ? ['undo'] : [],
  };
}

/** The same for the same differences, in whatever order they were found. */
function digestOf(found: readonly Found[]): string {
  const told = found.map(({ row, rule, difference: { section, from, to } }) => [row.id, section, rule, from, to]);
  return sha256(canonicalJson(told));
}

const compare = (one: string, other: string) => (one < other ? -1 : Number(one > other));
