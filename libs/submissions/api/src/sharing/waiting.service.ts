import { Injectable } from '@nestjs/common';
import { permissions } from '@attest/domain/access';
import { askedQuestions, blockersToSubmit, isAnswered, isNotApplicable, type AskedSection, type Question } from '@attest/domain/questionnaire';
import { Clock, Database } from '@attest/shared/api';
import { TemplatesService, type TemplateVersion } from '@attest/templates/api';
import { answersIn } from '../answers';
import { closedBecause } from '../moves';
import { profileOf } from '../return-view';
import type { WholeReturnRow } from '../submissions.queries';
import { SubmissionsService } from '../submissions.service';
import { COMMENTS_FOR, type CommentRow } from './commenting.queries';
import type { WaitingView } from './sharing.dto';
import { ASSIGNED_TO, type AssignmentRow } from './sharing.queries';

/** A return that still takes answers, with what is left to do in it. */
interface Open {
  readonly row: WholeReturnRow;
  readonly version: TemplateVersion;
  readonly sections: readonly AskedSection[];
  readonly left: (question: Question) => boolean;
}

/** What waits for whoever asks: the parts that were given to them and are not done. */
@Injectable()
export class WaitingService {
  constructor(
    private readonly database: Database,
    private readonly submissions: SubmissionsService,
    private readonly templates: TemplatesService,
    private readonly clock: Clock,
  ) {}

  async mine(): Promise<WaitingView[]> {
    const rows = await this.database.query<AssignmentRow>(ASSIGNED_TO, [this.database.caller.personId]);
    const comments = await this.database.query<CommentRow>(COMMENTS_FOR, [this.database.caller.personId, this.answering()]);
    const returns = new Map<string, Open | null>();
    for (const { submission_id: id } of [...rows, ...comments]) if (!returns.has(id)) returns.set(id, await this.open(id));
    const each = <Row extends { readonly submission_id: string }>(all: readonly Row[], waiting: (row: Row, open: Open) => WaitingView | null) => all.flatMap((row) => {
      const open = returns.get(row.submission_id);
      return (open && waiting(row, open)) ?? [];
    });
    return [...each(rows, (row, open) => this.waiting(row, open)), ...each(comments, (row, open) => this.saidTo(row, open))];
  }

  /** Organisations this person may answer for. */
  private answering(): string[] {
    const { memberships, partnershipId } = this.database.caller;
    return memberships.flatMap((held) => (held.partnershipId === partnershipId && held.organisationId && permissions[held.role].includes('submission.answer') ? [held.organisationId] : []));
  }

  /** Nothing where the question is not asked any more. */
  private saidTo(row: CommentRow, { row: whole, version, sections }: Open): WaitingView | null {
    const asked = sections.flatMap(({ section, questions }) => questions.map((question) => ({ section, question }))).find(({ question }) => version.questionIds.get(question.key) === row.question_id);
    return asked ? {
      kind: row.mentions.includes(this.database.caller.personId) ? 'mention' : 'changes', submissionId: whole.id, round: { id: whole.round_id, name: whole.round_name },
      organisation: { id: whole.organisation_id, name: whole.organisation_name }, ref: asked.question.ref, title: asked.question.title,
      questionId: row.question_id, sectionKey: asked.section.key, dueOn: null, late: false, by: row.by_name,
    } : null;
  }

  private async open(id: string): Promise<Open | null> {
    const row = await this.submissions.wholeReturn(id);
    if (closedBecause(row, this.clock.today()) !== null) return null;
    const version = await this.templates.pinned(row.template_version_id);
    const [profile, answers] = [profileOf(row, version.template), answersIn(row.answers, version.questions, row.evidence)];
    const blocking = new Set(blockersToSubmit(version.template, profile, answers).map(({ questionKey }) => questionKey));
    const silent = ({ key }: Question) => !isAnswered(answers[key]) && !isNotApplicable(answers[key]);
    return { row, version, sections: askedQuestions(version.template, profile, answers), left: (question) => blocking.has(question.key) || (!question.required && silent(question)) };
  }

  /** Nothing when it is done, or not asked any more. A section is done when nothing required is left in it. */
  private waiting(row: AssignmentRow, { row: whole, version, sections, left }: Open): WaitingView | null {
    const asked = sections.find(({ section }) => section.key === row.section_key);
    const mine = asked?.questions.filter(({ key }) => row.question_id === null || version.questionIds.get(key) === row.question_id) ?? [];
    const next = mine.find((question) => left(question) && (question.required || row.question_id !== null));
    if (!asked || !next) return null;
    const part = row.question_id === null ? asked.section : next;
    return {
      kind: row.question_id === null ? 'section' : 'question', submissionId: whole.id, round: { id: whole.round_id, name: whole.round_name },
      organisation: { id: whole.organisation_id, name: whole.organisation_name }, ref: part.ref, title: part.title,
      questionId: version.questionIds.get(next.key)!, sectionKey: row.section_key,
      dueOn: row.due_on, late: row.due_on !== null && row.due_on < this.clock.today(), by: row.assigned_by_name,
    };
  }
}
