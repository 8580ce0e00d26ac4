import { Injectable } from '@nestjs/common';
import { may } from '@attest/domain/access';
import { isHandedIn, nextStep } from '@attest/domain/lifecycle';
import { signOffOf } from '@attest/domain/questionnaire';
import { Clock, Database } from '@attest/shared/api';
import { TemplatesService } from '@attest/templates/api';
import { answersIn } from '../answers';
import { closedBecause, rolesIn } from '../moves';
import { countsOf } from '../receipt';
import { contentOf, profileOf } from '../return-view';
import type { WholeReturnRow } from '../submissions.queries';
import { SubmissionsService } from '../submissions.service';
import { RequestedService } from '../sharing/requested.service';
import type { SigningView } from './signing.dto';
import { hasSigned, notedIn, signedIn, stepViews, talkedAbout, whyNot } from './signing-view';
import { OPEN_COMMENTS, PLANNED_ACTIONS, SENT_BACK, type PlannedRow, type SentBackRow } from './signing.queries';
import { SigningService } from './signing.service';

/** The page on which somebody signs. */
@Injectable()
export class ReadingSigningService {
  constructor(
    private readonly database: Database,
    private readonly submissions: SubmissionsService,
    private readonly signing: SigningService,
    private readonly requested: RequestedService,
    private readonly templates: TemplatesService,
    private readonly clock: Clock,
  ) {}

  async read(id: string): Promise<SigningView> {
    const row = await this.submissions.wholeReturn(id);
    const version = await this.templates.pinned(row.template_version_id);
    const { template, questions } = version;
    const last = await this.submissions.lastReturn(row);
    const content = contentOf(row, version, last, null, [], new Map());
    const next = isHandedIn(row.state) ? null : nextStep(signOffOf(template), signedIn(row.signatures));
    const sentBack = await this.database.one<SentBackRow>(SENT_BACK, [id]);
    const blockers = content.blockers.length + (await this.requested.blockersOf(id, content.sections.flatMap((section) => section.questions))).length;
    const comments = await this.database.query<{ question_id: string; comments: number }>(OPEN_COMMENTS, [id]);
    const planned = await this.database.query<PlannedRow>(PLANNED_ACTIONS, [id]);
    const not = this.whyNot(row, next, blockers);
    return {
      submissionId: id, state: row.state, reference: row.reference,
      organisation: { id: row.organisation_id, name: row.organisation_name }, round: { id: row.round_id, name: row.round_name }, dueOn: row.due_on,
      steps: stepViews(template, row), declaration: next?.declaration ?? null,
      signers: next ? (await this.signing.signersOf(row, next, row.signatures)).filter(({ person_id }) => !hasSigned(row.signatures, person_id)).map(({ name }) => name) : [],
      ...countsOf(template, profileOf(row, template), answersIn(row.answers, questions, row.evidence)),
      lastRoundName: last?.row.round_name ?? null,
      ...notedIn(content.sections),
      blockers, talkedAbout: talkedAbout(content.sections, comments),
      actions: planned.length, unowned: planned.filter(({ unowned }) => unowned).map(({ id: actionId, number, title }) => ({ id: actionId, number, title })),
      sentBack: sentBack && { by: sentBack.by, at: sentBack.at.toISOString(), note: sentBack.note },
      whyNot: not,
      moves: [
        ...(next && not === null ? [hasSigned(row.signatures, this.database.caller.personId) ? 'sign-again' : 'sign'] : []),
        ...(row.state === 'signing' && this.signs(row) ? ['send-back'] : []),
        ...(isHandedIn(row.state) ? ['receipt'] : []),
      ],
    };
  }

  private whyNot(row: WholeReturnRow, next: ReturnType<typeof nextStep>, blockers: number): string | null {
    if (!next) return null;
    const closed = row.state === 'signing' ? null : closedBecause(row, this.clock.today());
    if (closed) return closed;
    if (!this.signs(row)) return `This signature is for: ${next.who}. Your role here does not give it.`;
    const not = whyNot(next, row.signatures, { personId: this.database.caller.personId, roles: rolesIn(this.database.caller, row.organisation_id) });
    if (not) return not;
    return blockers > 0 ? `${blockers} ${blockers === 1 ? 'thing is' : 'things are'} left before anybody can sign.` : null;
  }

  private signs({ organisation_id: organisationId }: WholeReturnRow): boolean {
    const { caller } = this.database;
    return may(caller, 'submission.submit', { partnershipId: caller.partnershipId, organisationId });
  }
}
