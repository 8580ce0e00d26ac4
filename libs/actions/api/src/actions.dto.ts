import { actionMoves, actionStates, mostCharacters, standings, type ActionMove, type Standing } from '@attest/domain/actions';
import { phases, sectors, type Phase, type Sector } from '@attest/domain/questionnaire';
import { CalendarDate, Flag, Instant, LevelView, Many, NamedView, One, OneOf, Text, Texts, Uuid, Whole } from '@attest/shared/api';

const moves = Object.keys(actionMoves) as ActionMove[];
const byOrganisation = ['claim', 'drop', 'resume'] as const;
/** The partnership answers for what was claimed. */
export const byPartnership = ['verify', 'send-back'] as const;

export class ActionFilter {
  @Uuid({ optional: true }) organisationId?: string;
  @Uuid({ optional: true }) roundId?: string;
  @Uuid({ optional: true }) areaId?: string;
  @OneOf([...phases, ...sectors], { optional: true, description: 'A phase of schools or a sector of agencies.' }) group?: Phase | Sector;
  @Text({ optional: true, max: 120, example: 'leadership', description: 'A standard of the questionnaire, by its key.' }) standard?: string;
  @OneOf(['submitted'], { optional: true, description: 'Only those of returns that were handed in, which figures are counted from.' }) returns?: 'submitted';
  @OneOf(standings, { optional: true }) standing?: Standing;
}

export class NewAction {
  @Uuid({ nullable: true, description: 'The question it comes from; null where it is about the return as a whole.' }) questionId: string | null;
  @Text({ max: mostCharacters.title, example: 'Train the new governors' }) title: string;
  @Text({ max: mostCharacters.owner, example: 'Head teacher', description: 'Best a role. Empty while nobody sees to it.' }) owner: string;
  @CalendarDate({ nullable: true, example: '2099-01-29' }) dueOn: string | null;
}

export class ChangedAction {
  @Whole({ min: 1, example: 1, description: 'The version that was read.' }) version: number;
  @Text({ max: mostCharacters.title, example: 'Train the new governors' }) title: string;
  @Text({ max: mostCharacters.owner, example: 'Head teacher' }) owner: string;
  @CalendarDate({ nullable: true, example: '2099-01-29' }) dueOn: string | null;
  @Text({ max: mostCharacters.completion, description: 'What shows that it was done.' }) completion: string;
  @Text({ max: mostCharacters.impact, description: 'What became better for children.' }) impact: string;
}

export class MovedAction {
  @OneOf(byOrganisation, { example: 'drop' }) move: (typeof byOrganisation)[number];
  @Whole({ min: 1, example: 1 }) version: number;
  @Text({ max: mostCharacters.reason, example: 'The duty ended when the nursery closed.' }) reason: string;
}

export class Verification {
  @OneOf(byPartnership) move: (typeof byPartnership)[number];
  @Whole({ min: 1, example: 1 }) version: number;
  @Text({ max: mostCharacters.reason, example: 'The register names nobody.' }) reason: string;
}

/** The answer that something is to be done about. */
export class ActionOrigin {
  @Uuid() questionId: string;
  @Text({ example: '3.2' }) ref: string;
  @Text() title: string;
  @One(() => LevelView, { nullable: true, description: 'How it was rated when the action was planned.' }) level: LevelView | null;
}

export class ActionView {
  @Uuid() id: string;
  @Text({ example: 'A-31', description: 'Counted within the organisation.' }) reference: string;
  @One(() => NamedView) organisation: NamedView;
  @One(() => NamedView) round: NamedView;
  @Uuid() submissionId: string;
  @One(() => ActionOrigin, { nullable: true }) from: ActionOrigin | null;
  @Text() title: string;
  @Text({ example: 'Head teacher' }) owner: string;
  @CalendarDate({ nullable: true }) dueOn: string | null;
  @OneOf(actionStates) state: (typeof actionStates)[number];
  @OneOf(standings) standing: (typeof standings)[number];
  @Text() completion: string;
  @Text() impact: string;
  @Whole({ min: 1, example: 1 }) version: number;
  @Text({ example: 'J Ahmed' }) changedBy: string;
  @Instant() changedAt: string;
  @Texts({ description: 'What may be done with it now; "change" among them.', example: ['change', 'claim'] }) moves: string[];
}

export class ActionEventView {
  @OneOf(['plan', 'change', ...moves], { example: 'claim' }) move: string;
  @Text() reason: string;
  @Text({ example: 'J Ahmed' }) by: string;
  @Instant() at: string;
}

export class ActionDetail {
  @One(() => ActionView) action: ActionView;
  @Many(() => ActionEventView) history: ActionEventView[];
}

export class StandingCount {
  @OneOf(standings) standing: (typeof standings)[number];
  @Whole() count: number;
}

export class ActionList {
  @Many(() => StandingCount) counts: StandingCount[];
  @Many(() => ActionView, { description: 'The most pressing first; at most fifty.' }) items: ActionView[];
  @Whole({ description: 'How many there are in all, under the same filter.' }) total: number;
  @Text({ description: 'What is looked at, where that is a round, an area, a group or a standard.', example: 'Section 11 audit 2025-26, Police' }) within: string;
}

/** An answer below the standard that no action is planned for yet. */
export class GapView {
  @Uuid() questionId: string;
  @Text({ example: '3.2' }) ref: string;
  @Text() title: string;
  @Text() section: string;
  @Flag() critical: boolean;
  @One(() => LevelView) level: LevelView;
  @One(() => LevelView) goal: LevelView;
  @Text({ description: 'What the better level looks like here.' }) goalWording: string;
}

export class UsualDate {
  @Text({ example: 'In 3 months' }) words: string;
  @CalendarDate() date: string;
}

export class PlanView {
  @One(() => NamedView) organisation: NamedView;
  @One(() => NamedView) round: NamedView;
  @Many(() => ActionView) actions: ActionView[];
  @Many(() => GapView, { description: 'What nothing is planned for yet; the furthest below the standard first.' }) gaps: GapView[];
  @Many(() => UsualDate) usualDates: UsualDate[];
  @Flag({ description: 'Whether this person plans for the organisation.' }) mayPlan: boolean;
}
