import { roundStates, versionStates } from '@attest/domain/lifecycle';
import { lineageKinds, organisationKinds } from '@attest/domain/questionnaire';
import { Anything, CalendarDate, Instant, Many, One, OneOf, Text, Texts, Uuid, Whole } from '@attest/shared/api';
import { EditionView } from '../drafts/drafts.dto';

export class LibraryEntry {
  @Text({ example: 'section-11' }) code: string;
  @Text({ example: '2026-27' }) edition: string;
  @Text({ example: 'Section 11 audit 2026-27' }) title: string;
  @OneOf(organisationKinds) audience: (typeof organisationKinds)[number];
  @Text() purpose: string;
  @Whole({ example: 9 }) sections: number;
  @Whole({ example: 54 }) questions: number;
  @Whole({ example: 90, description: 'To answer every question there is' }) minutes: number;
}

export class RoundUse {
  @Uuid() id: string;
  @Text({ example: 'Section 175 return 2026-27' }) name: string;
  @OneOf(roundStates) state: (typeof roundStates)[number];
  @Whole({ description: 'How many organisations are asked' }) organisations: number;
}

export const versionMovesOffered = ['start-next', 'publish', 'discard', 'restore', 'retire', 'reinstate'] as const;
type Offered = (typeof versionMovesOffered)[number];

/** One edition of a questionnaire: a draft, or published, or retired. */
export class VersionSummary {
  @Uuid() id: string;
  @Text({ example: 'section-175' }) code: string;
  @Text({ example: 'Section 175 and 157 return' }) title: string;
  @Text({ example: '2026-27' }) edition: string;
  @OneOf(organisationKinds) audience: (typeof organisationKinds)[number];
  @OneOf(versionStates) state: (typeof versionStates)[number];
  @Text({ nullable: true, example: '2025-26', description: 'The edition that it follows' }) follows: string | null;
  @Whole({ example: 13 }) sections: number;
  @Whole({ example: 68 }) questions: number;
  @CalendarDate() effectiveFrom: string;
  @Instant({ nullable: true }) publishedAt: string | null;
  @Instant({ nullable: true, description: 'When it was changed last as a draft' }) changedAt: string | null;
  @Text({ example: 'Priya Shah' }) changedBy: string;
  @Many(() => RoundUse) rounds: RoundUse[];
  @Texts({ of: versionMovesOffered }) moves: Offered[];
}

export class QuestionId {
  @Uuid() id: string;
  @Text({ example: 'policy' }) key: string;
}

export class VersionView {
  @Uuid() id: string;
  @Text({ description: 'SHA-256 over the canonical JSON of the template' }) contentHash: string;
  @Anything({ schema: { type: 'object', additionalProperties: true, description: 'A template: see /api/templates/schema.json' }, example: {} }) template: object;
  @Many(() => QuestionId) questions: QuestionId[];
  @One(() => EditionView, { nullable: true }) follows: EditionView | null;
}

export class YearBefore extends EditionView {
  @Whole({ description: 'Rated questions of the version that is read' }) rated: number;
  @Whole({ description: 'Of them, those whose rating may be held against this year’s' }) comparable: number;
}

export class AncestorView {
  @Text({ example: '2025-26' }) edition: string;
  @Text({ example: 'policy' }) key: string;
  @Text({ example: '3.1' }) ref: string;
  @Text() title: string;
  @OneOf(lineageKinds, { description: 'The furthest change on the way back' }) kind: (typeof lineageKinds)[number];
}

export class QuestionHistory {
  @Uuid() id: string;
  @Text({ example: 'policy' }) key: string;
  @Text({ example: '3.2' }) ref: string;
  @Text() title: string;
  @OneOf(lineageKinds, { description: 'Against the edition before' }) kind: (typeof lineageKinds)[number];
  @Many(() => AncestorView, { description: 'Newest first' }) before: AncestorView[];
}

export class VersionLineage {
  @Many(() => YearBefore, { description: 'Newest first' }) years: YearBefore[];
  @Many(() => QuestionHistory) questions: QuestionHistory[];
}

export class QuestionText {
  @Text({ example: 'policy' }) key: string;
  @Text({ example: '3.2' }) ref: string;
  @Text() title: string;
  @Text() wording: string;
}

export class ChangedQuestion extends QuestionText {
  @Text({ description: 'What changed, in the words of those who wrote it' }) note: string;
  @Many(() => QuestionText, { description: 'What it said before' }) before: QuestionText[];
}

export class RetiredQuestion extends QuestionText {
  @Text({ description: 'Why it is asked no more' }) note: string;
}

/** What changed since the edition before, for those who answered that one. */
export class ChangesView {
  @Text({ example: '2026-27' }) edition: string;
  @Text() title: string;
  @One(() => EditionView, { nullable: true, description: 'Null in a first edition, of which everything is new' }) follows: EditionView | null;
  @Many(() => ChangedQuestion) added: ChangedQuestion[];
  @Many(() => ChangedQuestion) reworded: ChangedQuestion[];
  @Many(() => ChangedQuestion) split: ChangedQuestion[];
  @Many(() => ChangedQuestion) merged: ChangedQuestion[];
  @Many(() => RetiredQuestion) retired: RetiredQuestion[];
  @Whole({ description: 'How many are as they were' }) same: number;
}
