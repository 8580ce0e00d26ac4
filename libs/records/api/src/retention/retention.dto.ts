import { retentionKinds, type RetentionKind } from '@attest/domain/records';
import { CalendarDate, Counts, Instant, Many, NamedView, OneOf, Text, Uuid, Whole } from '@attest/shared/api';

export class PeriodView {
  @OneOf(retentionKinds) kind: RetentionKind;
  @Text({ example: 'Returns and answers' }) name: string;
  @Text({ example: 'the final date of their round' }) from: string;
  @Text({ example: 'Address and subject are deleted.' }) then: string;
  @Text({ example: 'To answer “I never got it”' }) why: string;
  @Whole({ example: 84, description: 'Months' }) months: number;
  @Whole({ example: 84, description: 'Months, where the partnership has not chosen' }) usual: number;
  @Whole({ example: 36 }) least: number;
  @Whole({ example: 180 }) most: number;
  @Text({ nullable: true, example: 'Priya Shah' }) changedBy: string | null;
  @Instant({ nullable: true }) changedAt: string | null;
}

export class PeriodChange {
  @Whole({ min: 1, max: 1200, example: 84, description: 'Months, within the bounds of its kind' }) months: number;
}

export class NewHold {
  @Uuid({ nullable: true, description: 'Null for every organisation' }) organisationId: string | null;
  @Uuid({ nullable: true, description: 'Null for every round' }) roundId: string | null;
  @Text({ min: 1, max: 500, example: 'Local child safeguarding practice review, until it is published' }) reason: string;
}

export class HoldView {
  @Uuid() id: string;
  @Text({ nullable: true, example: 'Oakfield Primary School' }) organisation: string | null;
  @Text({ nullable: true, example: 'Section 175 return 2026-27' }) round: string | null;
  @Text({ example: 'Local child safeguarding practice review' }) reason: string;
  @Text({ example: 'Priya Shah' }) placedBy: string;
  @Instant() placedAt: string;
  @Text({ nullable: true, example: 'Priya Shah' }) liftedBy: string | null;
  @Instant({ nullable: true }) liftedAt: string | null;
}

/** What is due of one kind. */
export class DueView {
  @OneOf(retentionKinds) kind: RetentionKind;
  @Text({ example: 'Returns and answers' }) name: string;
  @CalendarDate({ description: 'Everything counted from this day or before is due.' }) until: string;
  @Whole({ example: 212 }) due: number;
  @Whole({ example: 1, description: 'Due, and held back' }) held: number;
  @CalendarDate({ nullable: true }) oldest: string | null;
  @CalendarDate({ nullable: true }) newest: string | null;
}

export class DueRound {
  @Uuid() id: string;
  @Text({ example: 'Section 175 return 2019-20' }) name: string;
  @CalendarDate() finalOn: string;
  @Many(() => NamedView, { description: 'Whose returns are due' }) organisations: NamedView[];
  @Many(() => NamedView, { description: 'Whose returns are held back' }) held: NamedView[];
}

export class DisposalPreview {
  @CalendarDate() asOf: string;
  @Whole({ example: 1204, description: 'To be typed, to confirm' }) total: number;
  @Many(() => DueView) kinds: DueView[];
  @Many(() => DueRound) rounds: DueRound[];
}

export class NewDisposal {
  @CalendarDate({ description: 'The day of the preview' }) asOf: string;
  @Whole({ min: 1, example: 1204, description: 'The total of the preview' }) confirm: number;
}

const states = ['waiting', 'running', 'done', 'failed'] as const;
export class DisposalView {
  @Uuid() id: string;
  @CalendarDate() asOf: string;
  @Text({ example: 'Priya Shah' }) by: string;
  @Instant() askedAt: string;
  @OneOf(states) state: (typeof states)[number];
  @Whole({ example: 1204 }) total: number;
  @Whole({ example: 300 }) done: number;
  @Counts({ example: { returns: 212, mail: 992 } }) counts: Record<string, number>;
  @Instant({ nullable: true }) finishedAt: string | null;
}
