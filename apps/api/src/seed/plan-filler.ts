import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { gapsIn, type ActionMove, type ActionState } from '@attest/domain/actions';
import { Clock, Database } from '@attest/shared/api';
import { accounts } from './accounts';
import { plansOf, type DemonstrationAction } from './plans';
import { Random, seedOf } from './random';
import type { FilledRound, Return } from './round-filler';

interface Planned extends DemonstrationAction {
  readonly id: string;
  readonly of: Return;
}

/** How an action came to be as it is; what is verified was claimed before. */
const moves: Readonly<Record<ActionState, readonly ActionMove[]>> = { open: [], claimed: ['claim'], verified: ['claim', 'verify'], dropped: ['drop'] };
/** What whoever tries the demonstration plans themselves. */
const tried = new Set(accounts.map(({ organisation }) => organisation));

/** What organisations promised to do about what they found, and what came of it. */
@Injectable()
export class PlanFiller {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async fill({ round, version, returns }: FilledRound): Promise<void> {
    const planned = returns.filter(({ participant }) => !tried.has(participant.name)).flatMap((of): Planned[] => {
      const { participant: { name, kind }, profile, answers, outcome } = of;
      if (!outcome.submittedAt) return [];
      const plans = plansOf(gapsIn(version.template, profile, answers), kind, outcome.submittedAt, round.yearsAgo, this.clock.today(), new Random(seedOf(`${round.reference} plan of ${name}`)));
      return plans.map((plan) => ({ ...plan, id: uuid(), of }));
    });
    await this.write(
      `insert into app.action (partnership_id, id, organisation_id, number, submission_id, question_id, level, title, owner, due_on, changed_by, changed_by_name, changed_at)
       select $1, id, organisation, (select coalesce(max(number), 0) from app.action a where a.partnership_id = $1 and a.organisation_id = r.organisation) + row_number() over (partition by organisation order by id),
         submission, question, level, title, owner, due, $3, name, at
       from jsonb_to_recordset($2::jsonb) as r (id uuid, organisation uuid, submission uuid, question uuid, level text, title text, owner text, due date, name text, at timestamptz)`,
      planned.map(({ id, of, question, level, title, owner, dueOn, plannedAt }) => ({
        id, organisation: of.participant.id, submission: of.submissionId, question: version.questionIds.get(question), level, title, owner, due: dueOn, name: of.outcome.by, at: plannedAt,
      })));
    await this.write(
      `update app.action a set state = r.state, completion = r.completion, impact = r.impact, version = 2, changed_by = $3, changed_at = r.at
       from jsonb_to_recordset($2::jsonb) as r (id uuid, state text, completion text, impact text, at timestamptz) where a.partnership_id = $1 and a.id = r.id`,
      planned.filter(({ endedAt }) => endedAt !== null).map(({ id, state, completion, impact, endedAt }) => ({ id, state, completion, impact, at: endedAt })));
    await this.write(
      `insert into app.action_event (partnership_id, id, action_id, organisation_id, move, reason, plan, by_person, by_name, at)
       select $1, id, action, organisation, move, reason, plan, $3, name, at
       from jsonb_to_recordset($2::jsonb) as r (id uuid, action uuid, organisation uuid, move text, reason text, plan jsonb, name text, at timestamptz)`,
      planned.flatMap((action) => this.eventsOf(action)));
  }

  private eventsOf({ id, of, state, title, owner, dueOn, completion, impact, plannedAt, endedAt, reason }: Planned): object[] {
    const event = { action: id, organisation: of.participant.id, plan: { title, owner, dueOn, completion, impact } };
    return [
      { ...event, id: uuid(), move: 'plan', reason: '', name: of.outcome.by, at: plannedAt },
      ...moves[state].map((move) => ({ ...event, id: uuid(), move, reason, name: move === 'verify' ? this.database.caller.name : of.outcome.by, at: endedAt })),
    ];
  }

  private write(statement: string, rows: readonly object[]) {
    const { partnershipId, personId } = this.database.caller;
    return this.database.query(statement, [partnershipId, JSON.stringify(rows), personId]);
  }
}
