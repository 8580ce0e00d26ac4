import { boardStates, roundStates } from '@attest/domain/lifecycle';
import { organisationKinds, phases, sectors } from '@attest/domain/questionnaire';
import { CalendarDate, Decimal, Flag, Instant, Many, NamedView, One, OneOf, Text, Texts, Uuid, Whole } from '@attest/shared/api';

/** Whom a round asks. An empty list leaves that question open: no phases means every phase. */
export class Audience {
  @Texts({ description: 'Areas, by identifier.', example: [] }) areaIds: string[];
  @Texts({ of: phases, example: [] }) phases: (typeof phases)[number][];
  @Texts({ of: sectors, example: [] }) sectors: (typeof sectors)[number][];
  @Texts({ description: 'Types of school, as the register names them.', example: [] }) types: string[];
}

export class NewRound {
  @Uuid() templateVersionId: string;
  @Text({ min: 3, max: 120, example: 'Section 175 return 2026-27' }) name: string;
  @CalendarDate({ example: '2026-09-14' }) opensOn: string;
  @CalendarDate({ example: '2026-12-11' }) dueOn: string;
  @CalendarDate({ example: '2027-01-29', description: 'Returns after the due date and up to this one count as late; none is taken after it.' }) finalOn: string;
  @One(() => Audience) audience: Audience;
}

export class AudienceQuery {
  @Uuid() templateVersionId: string;
  @One(() => Audience) audience: Audience;
}

export class AudienceMember {
  @Uuid() id: string;
  @Text() name: string;
  @Text({ example: 'Primary' }) group: string;
  @Text({ nullable: true, example: 'Middlesbrough' }) area: string | null;
}

export class AudienceView {
  @Whole({ example: 115 }) count: number;
  @Many(() => AudienceMember) organisations: AudienceMember[];
  @Texts({ description: 'Types of school to choose from.', example: ['Academy converter'] }) types: string[];
}

export class RoundTemplate {
  @Uuid() versionId: string;
  @Text({ example: 'section-175' }) code: string;
  @Text() title: string;
  @Text({ example: '2026-27' }) edition: string;
  @OneOf(organisationKinds) audience: (typeof organisationKinds)[number];
}

export class RoundView {
  @Uuid() id: string;
  @Text({ example: 'Section 175 return 2026-27' }) name: string;
  @Text({ example: 'S175-2627' }) reference: string;
  @One(() => RoundTemplate) template: RoundTemplate;
  @OneOf(roundStates) state: (typeof roundStates)[number];
  @CalendarDate() opensOn: string;
  @CalendarDate() dueOn: string;
  @CalendarDate() finalOn: string;
  @One(() => Audience) audience: Audience;
  @Whole({ nullable: true, example: 115, description: 'In scope on the day it opened, less those exempted since; null for a draft.' }) denominator: number | null;
  @CalendarDate({ nullable: true }) denominatorOn: string | null;
  @Whole({ nullable: true, example: 71, description: 'Returns submitted so far; null for a draft.' }) submitted: number | null;
  @One(() => NamedView, { nullable: true }) previousRound: NamedView | null;
  @Texts({ description: 'What may be done now.', example: ['open'] }) moves: string[];
}

export class BoardRow {
  @Uuid() organisationId: string;
  @Text() organisationName: string;
  @Text({ nullable: true }) area: string | null;
  @Text({ example: 'Primary', description: 'Phase of a school, sector of an agency, in words.' }) group: string;
  @OneOf(boardStates) state: (typeof boardStates)[number];
  @Flag({ description: 'Read and accepted by the business unit.' }) accepted: boolean;
  @Text({ nullable: true, example: 'Head teacher', description: 'Who signs next, while it goes from one signature to the next.' }) signsNext: string | null;
  @Uuid() submissionId: string;
  @Whole({ example: 31 }) answered: number;
  @Whole({ example: 58 }) required: number;
  @Instant({ nullable: true }) lastSavedAt: string | null;
  @Instant({ nullable: true }) submittedAt: string | null;
}

export class BoardCount {
  @OneOf(boardStates) state: (typeof boardStates)[number];
  @Whole() count: number;
}

export class BoardView {
  @One(() => RoundView) round: RoundView;
  @Instant() asOf: string;
  @Many(() => BoardCount) counts: BoardCount[];
  @Whole({ example: 71 }) submitted: number;
  @Whole({ example: 115 }) denominator: number;
  @Decimal({ nullable: true, example: 61.7, description: 'Submitted out of the stored denominator, in per cent; null when nobody is in scope.' }) responseRate: number | null;
  @Flag({ description: 'True once the due date has passed.' }) pastDue: boolean;
  @Many(() => BoardRow) rows: BoardRow[];
}
