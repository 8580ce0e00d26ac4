import { may } from '@attest/domain/access';
import { actionMoves, standingOf, type ActionMove, type Gap } from '@attest/domain/actions';
import { movesFrom } from '@attest/domain/lifecycle';
import { scaleOf } from '@attest/domain/questionnaire';
import type { SignedInCaller } from '@attest/shared/api';
import type { TemplateVersion } from '@attest/templates/api';
import { byPartnership, type ActionOrigin, type ActionView, type GapView } from './actions.dto';
import type { ActionRow } from './actions.queries';

export function mayMove(caller: SignedInCaller, move: ActionMove, organisationId: string): boolean {
  return may(caller, byPartnership.some((one) => one === move) ? 'action.verify' : 'action.plan', { partnershipId: caller.partnershipId, organisationId });
}

/** `version` is that of the question it comes from. */
export function actionView(row: ActionRow, version: TemplateVersion | null, caller: SignedInCaller, today: string): ActionView {
  const { id, title, owner, state, completion, impact } = row;
  const dueOn = row.due_on;
  const changes = state !== 'verified' && state !== 'dropped' && may(caller, 'action.plan', { partnershipId: caller.partnershipId, organisationId: row.organisation_id });
  return {
    id, reference: `A-${row.number}`, title, owner, dueOn, state, completion, impact,
    organisation: { id: row.organisation_id, name: row.organisation_name },
    round: { id: row.round_id, name: row.round_name },
    submissionId: row.submission_id,
    from: version && originOf(row, version),
    standing: standingOf({ state, owner, dueOn }, today),
    version: row.version, changedBy: row.changed_by_name, changedAt: row.changed_at.toISOString(),
    moves: [...(changes ? ['change'] : []), ...movesFrom(actionMoves, state).filter((move) => mayMove(caller, move, row.organisation_id))],
  };
}

function originOf({ question_id, level }: ActionRow, { template, questions }: TemplateVersion): ActionOrigin | null {
  const question = question_id === null ? undefined : questions.get(question_id);
  if (!question) return null;
  return { questionId: question_id!, ref: question.ref, title: question.title, level: scaleOf(template, question.scale)?.levels.find(({ key }) => key === level) ?? null };
}

export function gapView({ section, question, level, goal, goalWording }: Gap, questionId: string): GapView {
  return { questionId, ref: question.ref, title: question.title, section: `${section.ref} ${section.title}`, critical: question.critical ?? false, level, goal, goalWording };
}
