import { Injectable } from '@nestjs/common';
import { askedQuestions } from '@attest/domain/questionnaire';
import { Clock, Database, notFound } from '@attest/shared/api';
import { TemplatesService } from '@attest/templates/api';
import { AnsweringService } from '../answering.service';
import { answersIn } from '../answers';
import { closedBecause } from '../moves';
import { profileOf, questionView } from '../return-view';
import type { SaveAnswer, SavedAnswer } from '../submissions.dto';
import { GUEST_RETURN, type GuestReturn } from './guest.queries';
import type { GuestView } from './guests.dto';

/** What a guest sees and does: the questions they were given, and nothing else of the return. */
@Injectable()
export class GuestAnsweringService {
  constructor(
    private readonly database: Database,
    private readonly templates: TemplatesService,
    private readonly answering: AnsweringService,
    private readonly clock: Clock,
  ) {}

  async read(): Promise<GuestView> {
    const { submissionId, questionIds, organisationId, name, givenBy, partnership, until, note } = this.guest;
    const [row] = await this.database.prepared<GuestReturn>(GUEST_RETURN, [submissionId]);
    if (!row) throw notFound();
    this.database.note({ thing: { kind: 'submission', id: submissionId }, organisationId });
    const { template, questions, questionIds: ids } = await this.templates.pinned(row.template_version_id);
    const asked = askedQuestions(template, profileOf(row, template), answersIn(row.answers, questions, row.evidence)).flatMap((section) => section.questions);
    const given = asked.filter(({ key }) => questionIds.includes(ids.get(key)!));
    const locked = given.map(({ key }) => ids.get(key)!).filter((id) => row.reopened_questions && !row.reopened_questions.includes(id));
    return {
      name, givenBy, organisation: row.organisation_name, partnership, round: row.round_name, until, note, closedBecause: closedBecause(row, this.clock.today()),
      questions: given.map((question) => {
        const id = ids.get(question.key)!;
        return { ...questionView(id, question, template, row.answers.find(({ question_id }) => question_id === id), [], []), earlier: [] };
      }),
      locked, gone: questionIds.length - given.length,
    };
  }

  async save(questionId: string, version: string | undefined, answer: SaveAnswer): Promise<SavedAnswer> {
    const saved = await this.answering.save(this.guest.submissionId, questionId, version, answer);
    // how far the whole return has come is not theirs to know
    return { ...saved, progress: { answered: 0, required: 0 } };
  }

  private get guest() {
    const { guest } = this.database.caller;
    if (!guest) throw notFound();
    return guest;
  }
}
