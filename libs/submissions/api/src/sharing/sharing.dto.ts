import { CalendarDate, Flag, Many, NamedView, One, OneOf, Text, Texts, Uuid } from '@attest/shared/api';

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

export class SharingView {
  @Many(() => ReturnColleague, { description: 'Everybody with a role in the organisation, by name.' }) colleagues: ReturnColleague[];
  @Many(() => AssignmentView) assignments: AssignmentView[];
  @CalendarDate({ description: 'Today, as the API counts days.' }) today: string;
  @Texts({ of: ['assign'], description: 'What may be done now.' }) moves: 'assign'[];
}

export class NewAssignment {
  @Text({ min: 1, max: 100, example: 'online-safety' }) sectionKey: string;
  @Uuid({ nullable: true, description: 'Null for the whole section.' }) questionId: string | null;
  @Uuid({ nullable: true, description: 'Null to take it back.' }) colleagueId: string | null;
  @CalendarDate({ nullable: true, description: 'Null for no day in particular.' }) dueOn: string | null;
}

const waitingKinds = ['section', 'question'] as const;

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
