import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { may } from '@attest/domain/access';
import { actionMoves, gapsIn, mostPressingFirst, moveProblems, planProblems, resultProblems, standings, usualDueDates, type ActionProblem, type ActionState } from '@attest/domain/actions';
import { stateAfter } from '@attest/domain/lifecycle';
import { answerTo, storable } from '@attest/domain/questionnaire';
import { Clock, Database, Refused, notFound } from '@attest/shared/api';
import { SubmissionsService, type ReturnContents } from '@attest/submissions/api';
import { TemplatesService, type TemplateVersion } from '@attest/templates/api';
import { standardOf, withinInWords, type SeenAction } from './action-groups';
import { actionView, gapView, mayMove } from './action-view';
import type { ActionDetail, ActionFilter, ActionList, ActionView, ChangedAction, MovedAction, NewAction, PlanView, Verification } from './actions.dto';
import { ACTIONS_OF_RETURN, ALL_ACTIONS, CHANGE_ACTION, EVENTS, LOCK_NUMBERS, ONE_ACTION, PLAN_ACTION, TELL_ACTION, type ActionRow, type EventRow } from './actions.queries';

/** As many as a page shows. */
const MOST = 50;

/** What is planned of an action, and what came of it. */
type Content = Omit<ChangedAction, 'version'>;

@Injectable()
export class ActionsService {
  constructor(
    private readonly database: Database,
    private readonly submissions: SubmissionsService,
    private readonly templates: TemplatesService,
    private readonly clock: Clock,
  ) {}

  async list({ standing, ...filter }: ActionFilter): Promise<ActionList> {
    const seen = await this.seen(filter);
    const today = this.clock.today();
    const views = seen.map(({ row, version }) => actionView(row, version, this.database.caller, today));
    const wanted = mostPressingFirst(views.filter((view) => standing === undefined || view.standing === standing), today);
    return {
      counts: standings.map((one) => ({ standing: one, count: views.filter((view) => view.standing === one).length })),
      items: wanted.slice(0, MOST),
      total: wanted.length,
      within: withinInWords(filter, seen),
    };
  }

  /** Lists and figures are made of the same actions, or a count would not lead to what it counts. */
  async seen({ organisationId, roundId, areaId, group, standard, returns }: Omit<ActionFilter, 'standing'>): Promise<SeenAction[]> {
    const rows = await this.database.query<ActionRow>(ALL_ACTIONS, [organisationId ?? null, roundId ?? null, areaId ?? null, group ?? null, returns ?? null]);
    const seen: SeenAction[] = [];
    for (const row of rows) if (this.may('action.read', row.organisation_id)) seen.push({ row, version: await this.versionOf(row) });
    return seen.filter((one) => standard === undefined || standardOf(one).key === standard);
  }

  async read(id: string): Promise<ActionDetail> {
    const row = await this.found(id);
    const events = await this.database.query<EventRow>(EVENTS, [id]);
    return { action: await this.view(row), history: events.map(({ move, reason, by_name, at }) => ({ move, reason, by: by_name, at: at.toISOString() })) };
  }

  async plan(submissionId: string): Promise<PlanView> {
    const contents = await this.submissions.contents(submissionId);
    const { row, version: { template, questionIds }, profile, answers } = contents;
    const rows = await this.database.query<ActionRow>(ACTIONS_OF_RETURN, [submissionId]);
    const planned = new Set(rows.map(({ question_id }) => question_id));
    const gaps = gapsIn(template, profile, answers).map((gap) => gapView(gap, questionIds.get(gap.question.key)!));
    const actions: ActionView[] = [];
    for (const one of rows) actions.push(await this.view(one));
    return {
      organisation: { id: row.organisation_id, name: row.organisation_name },
      round: { id: row.round_id, name: row.round_name },
      actions, gaps: gaps.filter(({ questionId }) => !planned.has(questionId)),
      usualDates: [...usualDueDates(this.clock.today())],
      mayPlan: this.may('action.plan', row.organisation_id),
    };
  }

  async add(submissionId: string, sent: NewAction): Promise<ActionView> {
    const { questionId, ...plan } = storable(sent);
    const contents = await this.submissions.contents(submissionId);
    const { organisation_id: organisationId } = contents.row;
    if (!this.may('action.plan', organisationId)) throw notFound();
    const level = questionId === null ? null : levelOf(contents, questionId);
    refuseIf(planProblems(plan, null, this.clock.today()));
    const { partnershipId, personId, name } = this.database.caller;
    const [id, now] = [uuid(), this.clock.now()];
    await this.database.query(LOCK_NUMBERS, [organisationId]);
    await this.database.query(PLAN_ACTION, [partnershipId, id, organisationId, submissionId, questionId, level, plan.title.trim(), plan.owner.trim(), plan.dueOn, personId, name, now]);
    await this.tell({ id, organisation_id: organisationId }, 'plan', '', plan, now);
    return this.view(await this.found(id));
  }

  async change(id: string, sent: ChangedAction): Promise<ActionView> {
    const row = await this.found(id);
    if (!this.may('action.plan', row.organisation_id)) throw notFound();
    if (row.state === 'verified' || row.state === 'dropped') throw new Refused('already-done', `This action is ${row.state}, so it is not changed any more.`);
    const { version, ...content } = storable(sent);
    refuseIf([...planProblems(content, { ...content, dueOn: row.due_on }, this.clock.today()), ...resultProblems(content)]);
    await this.write(row, version, content, row.state);
    await this.tell(row, 'change', '', content, this.clock.now());
    return this.view(await this.found(id));
  }

  async move(id: string, { move, version, reason }: MovedAction | Verification): Promise<ActionView> {
    const row = await this.found(id);
    if (!mayMove(this.database.caller, move, row.organisation_id)) throw notFound();
    const to = stateAfter(actionMoves, move, row.state);
    if (to === null) throw new Refused('already-done', 'Somebody has done something with this action meanwhile. Reload the page to see it.');
    const content = contentOf(row);
    refuseIf(moveProblems(move, { ...content, state: row.state }, storable(reason)));
    await this.write(row, version, content, to);
    await this.tell(row, move, storable(reason).trim(), content, this.clock.now());
    return this.view(await this.found(id));
  }

  private async found(id: string): Promise<ActionRow> {
    const row = await this.database.one<ActionRow>(ONE_ACTION, [id]);
    if (!row || !this.may('action.read', row.organisation_id)) throw notFound();
    this.database.note({ thing: { kind: 'action', id }, organisationId: row.organisation_id });
    return row;
  }

  private async write(row: ActionRow, version: number, { title, owner, dueOn, completion, impact }: Content, state: ActionState): Promise<void> {
    const { personId, name } = this.database.caller;
    const [written] = await this.database.query(CHANGE_ACTION, [row.id, version, title.trim(), owner.trim(), dueOn, completion, impact, state, personId, name, this.clock.now()]);
    if (!written) throw new Refused('changed-meanwhile', 'Somebody else changed this action meanwhile. Nothing of yours was saved: look at theirs, then save again.', { theirs: await this.view(await this.found(row.id)) });
  }

  private async tell({ id, organisation_id }: Pick<ActionRow, 'id' | 'organisation_id'>, move: string, reason: string, plan: object, at: Date): Promise<void> {
    const { partnershipId, personId, name } = this.database.caller;
    await this.database.query(TELL_ACTION, [partnershipId, uuid(), id, organisation_id, move, reason, JSON.stringify(plan), personId, name, at]);
  }

  private async view(row: ActionRow): Promise<ActionView> {
    return actionView(row, await this.versionOf(row), this.database.caller, this.clock.today());
  }

  private async versionOf({ template_version_id }: ActionRow): Promise<TemplateVersion | null> {
    return template_version_id === null ? null : this.templates.pinned(template_version_id);
  }

  private may(action: 'action.read' | 'action.plan', organisationId: string): boolean {
    return may(this.database.caller, action, { partnershipId: this.database.caller.partnershipId, organisationId });
  }
}

const contentOf = ({ title, owner, due_on, completion, impact }: ActionRow): Content => ({ title, owner, dueOn: due_on, completion, impact });

/** How the question is rated in the return now; a question that it does not have is not there. */
function levelOf({ version, answers }: ReturnContents, questionId: string): string | null {
  const question = version.questions.get(questionId);
  if (!question) throw notFound();
  return answerTo(answers, question.key)?.level ?? null;
}

function refuseIf(problems: readonly ActionProblem[]): void {
  if (problems.length > 0) throw new Refused('invalid-request', 'The action was not saved: something is missing.', { faults: problems });
}
