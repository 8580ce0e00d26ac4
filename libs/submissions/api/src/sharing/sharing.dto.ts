import { CalendarDate, Flag, Instant, Many, NamedView, One, OneOf, Text, Texts, Uuid } from '@attest/shared/api';

/** Somebody of the same organisation. */
export class ReturnColleague {
  @Uuid() id: string;
  @Text({ example: 'Priya Shah' }) name: string;
  @Flag({ description: 'May answer, so that something can be given to them.' }) mayAnswer: boolean;
}

export class AssignmentView {
  @Uuid() id: string;
  @Text({ example: 'online-safety' }) sectionKey: string;
  @Uuid({ nullable: true, description: 'Null for the whole section.' }) questionId: string | null;
  @One(() => NamedView) person: NamedView;
  @Flag({ description: 'False when they have left the organisation, or may not answer any more.' }) here: boolean;
  @CalendarDate({ nullable: true }) dueOn: string | null;
  @Flag({ description: 'The day has passed.' }) late: boolean;
  @Text({ example: 'Jamila Ahmed' }) by: string;
}

const commentKinds = ['comment', 'changes'] as const;

export class CommentView {
  @Uuid() id: string;
  @Uuid() questionId: string;
  @OneOf(commentKinds, { description: 'Changes that are asked for stand in the way of submitting until they are resolved.' }) kind: (typeof commentKinds)[number];
  @Text({ example: 'Can we cite the audit here?' }) words: string;
  @Text({ example: 'Priya Shah' }) by: string;
  @Instant() at: string;
  @Text({ nullable: true, example: 'Jamila Ahmed', description: 'Who resolved it; null while it is open.' }) resolvedBy: string | null;
}

export class FlagView {
  @Uuid() questionId: string;
  @Text({ example: 'Jamila Ahmed' }) by: string;
}

/** A question that is asked no more in this form, of which something was said or arranged. */
export class AskedElsewhere {
  @Uuid() questionId: string;
  @Text({ example: '2.3' }) ref: string;
  @Text() title: string;
  @Text({ example: '2025-26' }) edition: string;
}

export class NewComment {
  @Uuid() questionId: string;
  @OneOf(commentKinds) kind: (typeof commentKinds)[number];
  @Text({ min: 1, max: 2_000, example: 'Can we cite the audit here, @Priya Shah?', description: 'Colleagues whose whole name stands behind an @ are told.' }) words: string;
}

export class ResolvedComment {
  @Flag() resolved: boolean;
}

export class Flagged {
  @Flag({ description: 'Whether it is to be come back to.' }) flagged: boolean;
}

export class SharingView {
  @Many(() => ReturnColleague, { description: 'Everybody with a role in the organisation, by name.' }) colleagues: ReturnColleague[];
  @Many(() => AssignmentView) assignments: AssignmentView[];
  @Many(() => CommentView, { description: 'Oldest first.' }) comments: CommentView[];
  @Many(() => FlagView, { description: 'Questions somebody wants to come back to.' }) flags: FlagView[];
  @Many(() => AskedElsewhere, { description: 'Those of the questions above that are not asked now.' }) elsewhere: AskedElsewhere[];
  @CalendarDate({ description: 'Today, as the API counts days.' }) today: string;
  @Texts({ of: ['assign', 'comment', 'flag'], description: 'What may be done now.' }) moves: ('assign' | 'comment' | 'flag')[];
}

export class NewAssignment {
  @Text({ min: 1, max: 100, example: 'online-safety' }) sectionKey: string;
  @Uuid({ nullable: true, description: 'Null for the whole section.' }) questionId: string | null;
  @Uuid({ nullable: true, description: 'Null to take it back.' }) colleagueId: string | null;
  @CalendarDate({ nullable: true, description: 'Null for no day in particular.' }) dueOn: string | null;
}

export class Here {
  @Uuid({ nullable: true, description: 'Whose answer one is at; null for none in particular.' }) questionId: string | null;
}

/** A colleague who has the return open now. */
export class HereView {
  @One(() => NamedView) person: NamedView;
  @Uuid({ nullable: true }) questionId: string | null;
}

const waitingKinds = ['section', 'question', 'mention', 'changes'] as const;

/** Something that waits for whoever is signed in. */
export class WaitingView {
  @OneOf(waitingKinds) kind: (typeof waitingKinds)[number];
  @Uuid() submissionId: string;
  @One(() => NamedView) round: NamedView;
  @One(() => NamedView) organisation: NamedView;
  @Text({ example: '3' }) ref: string;
  @Text({ example: 'Online safety' }) title: string;
  @Uuid({ description: 'Where to begin.' }) questionId: string;
  @Text({ example: 'online-safety' }) sectionKey: string;
  @CalendarDate({ nullable: true }) dueOn: string | null;
  @Flag({ description: 'The day has passed.' }) late: boolean;
  @Text({ example: 'Jamila Ahmed', description: 'Who asked.' }) by: string;
}
