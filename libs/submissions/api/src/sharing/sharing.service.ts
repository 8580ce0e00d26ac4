import { Injectable } from '@nestjs/common';
import { may, permissions, type Role } from '@attest/domain/access';
import { Clock, Database, Refused, notFound } from '@attest/shared/api';
import { TemplatesService } from '@attest/templates/api';
import { closedBecause } from '../moves';
import { COMMENTS, FLAGS, type CommentRow } from './commenting.queries';
import type { AskedElsewhere, AssignmentView, CommentView, ReturnColleague, SharingView } from './sharing.dto';
import { ASSIGNMENTS, COLLEAGUES, SHARED_RETURN, type AssignmentRow, type ColleagueRow, type SharedReturn } from './sharing.queries';

/** What colleagues have arranged about one return. It is for the people of that organisation alone, whoever else may read the return. */
@Injectable()
export class SharingService {
  constructor(
    private readonly database: Database,
    private readonly templates: TemplatesService,
    private readonly clock: Clock,
  ) {}

  async read(id: string): Promise<SharingView> {
    const row = await this.shared(id);
    const colleagues = (await this.colleagues(row.organisation_id)).map(colleagueView);
    const today = this.clock.today();
    const assignments = (await this.database.query<AssignmentRow>(ASSIGNMENTS, [id])).map((each) => assignmentView(each, colleagues, today));
    const comments = (await this.database.query<CommentRow>(COMMENTS, [id])).map(commentView);
    const flags = (await this.database.query<{ question_id: string; by_name: string }>(FLAGS, [id])).map(({ question_id: questionId, by_name: by }) => ({ questionId, by }));
    const open = closedBecause(row, today) === null;
    const elsewhere = await this.elsewhere(row, [...comments, ...flags, ...assignments].flatMap(({ questionId }) => questionId ?? []));
    return { colleagues, assignments, comments, flags, elsewhere, today, moves: [...(open ? ['comment'] as const : []), ...(open && this.mayAnswer(row) ? ['assign', 'flag'] as const : [])] };
  }

  /** In the order in which they were printed. */
  private async elsewhere({ template_version_id }: SharedReturn, questionIds: readonly string[]): Promise<AskedElsewhere[]> {
    const { questions } = await this.templates.pinned(template_version_id);
    const gone = [...new Set(questionIds)].filter((id) => !questions.has(id));
    if (gone.length === 0) return [];
    const asked = await this.database.query<{ id: string; version: string }>('select id, template_version_id as version from app.question where id = any($1::uuid[]) order by template_version_id, position, ref', [gone]);
    const found: AskedElsewhere[] = [];
    for (const { id, version } of asked) {
      const { template, questions: then } = await this.templates.pinned(version);
      const { ref, title } = then.get(id)!;
      found.push({ questionId: id, ref, title, edition: template.edition });
    }
    return found;
  }

  /** The return, for whoever has a role in its organisation. */
  async shared(id: string): Promise<SharedReturn> {
    const row = await this.database.one<SharedReturn>(SHARED_RETURN, [id]);
    const { memberships, partnershipId } = this.database.caller;
    const mine = row && memberships.some((held) => held.partnershipId === partnershipId && held.organisationId === row.organisation_id);
    if (!mine) throw notFound();
    this.database.note({ organisationId: row.organisation_id });
    return row;
  }

  /** For whoever may answer it, while answers are taken. */
  async arrangeable(id: string): Promise<SharedReturn> {
    const row = await this.shared(id);
    // before it is said how far the return has come
    if (!this.mayAnswer(row)) throw notFound();
    this.refuseUnlessOpen(row);
    return row;
  }

  /** For everybody of the organisation, while answers are taken. */
  async open(id: string): Promise<SharedReturn> {
    const row = await this.shared(id);
    this.refuseUnlessOpen(row);
    return row;
  }

  private refuseUnlessOpen(row: SharedReturn): void {
    const why = closedBecause(row, this.clock.today());
    if (why) throw new Refused('return-not-editable', `${why} Nothing was changed.`);
  }

  colleagues(organisationId: string): Promise<ColleagueRow[]> {
    return this.database.query<ColleagueRow>(COLLEAGUES, [organisationId]);
  }

  mayAnswer({ organisation_id: organisationId }: SharedReturn): boolean {
    const { caller } = this.database;
    return may(caller, 'submission.answer', { partnershipId: caller.partnershipId, organisationId });
  }
}

export const answers = ({ roles }: ColleagueRow): boolean => roles.some((role) => permissions[role as Role].includes('submission.answer'));

const colleagueView = (row: ColleagueRow): ReturnColleague => ({ id: row.person_id, name: row.name, mayAnswer: answers(row) });

function assignmentView(row: AssignmentRow, colleagues: readonly ReturnColleague[], today: string): AssignmentView {
  const known = colleagues.find(({ id }) => id === row.person_id);
  return {
    id: row.id, sectionKey: row.section_key, questionId: row.question_id, person: { id: row.person_id, name: known?.name ?? row.person_name },
    here: known?.mayAnswer ?? false, dueOn: row.due_on, late: row.due_on !== null && row.due_on < today, by: row.assigned_by_name,
  };
}

const commentView = (row: CommentRow): CommentView => ({
  id: row.id, questionId: row.question_id, kind: row.kind, words: row.words, by: row.by_name, at: row.at.toISOString(), resolvedBy: row.resolved_at && row.resolved_by_name,
});
