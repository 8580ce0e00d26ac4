import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { assignmentProblems } from '@attest/domain/sharing';
import { Clock, Database, Refused, notFound } from '@attest/shared/api';
import { TemplatesService } from '@attest/templates/api';
import { AssignmentMail, type Part } from './assignment-mail';
import type { NewAssignment, SharingView } from './sharing.dto';
import { ASSIGN, TAKE_BACK, type SharedReturn } from './sharing.queries';
import { SharingService, answers } from './sharing.service';

/** A section or a question is somebody's to answer, by a day. Whoever may answer the return may still answer it: this is no lock. */
@Injectable()
export class AssigningService {
  constructor(
    private readonly database: Database,
    private readonly sharing: SharingService,
    private readonly templates: TemplatesService,
    private readonly mail: AssignmentMail,
    private readonly clock: Clock,
  ) {}

  async assign(id: string, wanted: NewAssignment): Promise<SharingView> {
    const row = await this.sharing.arrangeable(id);
    const part = await this.part(row.template_version_id, wanted);
    this.database.note({ detail: { section: wanted.sectionKey, ...(wanted.questionId && { question: wanted.questionId }), to: wanted.colleagueId } });
    if (wanted.colleagueId === null) await this.database.query(TAKE_BACK, [id, wanted.sectionKey, wanted.questionId]);
    else await this.give(id, row, part, wanted);
    return this.sharing.read(id);
  }

  private async give(id: string, row: SharedReturn, part: Part, wanted: NewAssignment): Promise<void> {
    const colleague = (await this.sharing.colleagues(row.organisation_id)).find(({ person_id }) => person_id === wanted.colleagueId);
    refuseUnlessSound(wanted, { mayAnswer: colleague !== undefined && answers(colleague), today: this.clock.today(), finalOn: row.final_on });
    const { partnershipId, personId, name } = this.database.caller;
    await this.database.query(ASSIGN, [
      partnershipId, uuid(), id, row.organisation_id, wanted.sectionKey, wanted.questionId, colleague!.person_id, colleague!.name, wanted.dueOn, personId, name, this.clock.now(),
    ]);
    if (colleague!.person_id !== personId) await this.mail.send({ id, row, colleague: colleague!, part, dueOn: wanted.dueOn, by: name });
  }

  private async part(versionId: string, { sectionKey, questionId }: NewAssignment): Promise<Part> {
    const { template, questions } = await this.templates.pinned(versionId);
    const section = template.sections.find(({ key }) => key === sectionKey);
    if (!section) throw notFound();
    if (questionId === null) return { kind: 'section', ref: section.ref, title: section.title };
    const question = section.questions.find(({ key }) => key === questions.get(questionId)?.key);
    if (!question) throw notFound();
    return { kind: 'question', ref: question.ref, title: question.title };
  }
}

function refuseUnlessSound({ dueOn }: NewAssignment, facts: Omit<Parameters<typeof assignmentProblems>[0], 'dueOn'>): void {
  const faults = assignmentProblems({ dueOn, ...facts });
  if (faults.length > 0) throw new Refused('invalid-request', 'This cannot be given to somebody so. Nothing was changed.', { faults });
}
