import { lineageKinds, organisationKinds } from '@attest/domain/questionnaire';
import { Anything, Flag, Instant, Many, One, OneOf, Text, Texts, Uuid, Whole, Words } from '@attest/shared/api';

const whole = { type: 'object', additionalProperties: true, description: 'A template: see /api/templates/schema.json' };
const several = { type: 'array', items: { type: 'object', additionalProperties: true }, description: 'Edits of a template, as `applyEdits` makes them' };

export class FromLibrary {
  @Text({ min: 1, max: 60, example: 'section-11' }) code: string;
}

export class FromVersion {
  @Uuid({ description: 'The published version that is followed' }) versionId: string;
}

export class FromNothing {
  @Text({ min: 1, max: 300, example: 'Voluntary groups: a first look' }) title: string;
  @Text({ min: 1, max: 40, example: '2026-27' }) edition: string;
  @OneOf(organisationKinds) audience: (typeof organisationKinds)[number];
}

const REVISION = 'How the draft stood that is being changed; another one is refused with the draft as it stands now';

export class NewEdits {
  @Whole({ example: 0, description: REVISION }) revision: number;
  @Anything({ schema: several, example: [{ edit: 'settings', changes: { purpose: 'So that every child is safe.' } }] }) edits: unknown;
}

export class AtRevision {
  @Whole({ example: 0, description: REVISION }) revision: number;
}

/** What came of a change: the browser makes the same edits and needs no more. */
export class DraftStep {
  @Whole() revision: number;
  @Anything({ schema: several, example: [] }) edits: readonly object[];
  @Flag({ description: 'Whether the caller has something of their own to take back' }) canUndo: boolean;
  @Flag() canRedo: boolean;
  @Instant() savedAt: string;
}

export class FaultView {
  @Text({ example: '3.2', description: 'Printed number, key of a scale or name of a setting' }) where: string;
  @Text({ example: 'Say what it takes in 3.2 to be: Partly met.' }) detail: string;
}

export class AdviceView extends FaultView {
  @Text({ example: 'reading-age' }) code: string;
}

export class EditionView {
  @Uuid() versionId: string;
  @Text({ example: '2025-26' }) edition: string;
  @Text({ example: 'Section 175/157 school safeguarding survey 2025-26' }) title: string;
}

export const draftMoves = ['edit', 'publish', 'discard', 'restore'] as const;

export class DraftView {
  @Uuid() id: string;
  @OneOf(['draft', 'discarded'] as const) state: 'draft' | 'discarded';
  @Whole() revision: number;
  @Anything({ schema: whole, example: {} }) template: object;
  @One(() => EditionView, { nullable: true, description: 'The published edition that this one follows' }) follows: EditionView | null;
  @Many(() => FaultView, { description: 'What keeps it from being published' }) problems: FaultView[];
  @Many(() => AdviceView, { description: 'What would make it better' }) advice: AdviceView[];
  @Words({ description: 'Edition in force by title of source, for advice on stale citations', example: { 'Working Together to Safeguard Children': 'December 2023' } }) currentEditions: Record<string, string>;
  @Whole({ description: 'To answer every question there is' }) minutes: number;
  @Flag({ description: 'Whether the caller has something of their own to take back' }) canUndo: boolean;
  @Flag() canRedo: boolean;
  @Instant() changedAt: string;
  @Text({ example: 'Priya Shah' }) changedBy: string;
  @Texts({ of: draftMoves }) moves: (typeof draftMoves)[number][];
}

export class LineageView {
  @OneOf(lineageKinds) kind: (typeof lineageKinds)[number];
  @Texts({ description: 'Keys of questions of the edition before' }) from: readonly string[];
  @Text({ optional: true }) note?: string;
}

export class QuestionLineage {
  @Text({ example: 'policy' }) key: string;
  @Text({ example: '3.2' }) ref: string;
  @Text() title: string;
  @One(() => LineageView, { description: 'As the draft says it' }) said: LineageView;
  @One(() => LineageView, { description: 'As worked out from keys and words' }) proposed: LineageView;
}

export class QuestionBefore {
  @Text({ example: 'policy' }) key: string;
  @Text({ example: '3.1' }) ref: string;
  @Text() title: string;
  @Text() wording: string;
  @Flag({ description: 'The draft says that it is asked no more' }) retired: boolean;
  @Flag({ description: 'Nothing seems to come from it' }) proposedRetired: boolean;
}

export class DraftLineage {
  @One(() => EditionView, { nullable: true }) follows: EditionView | null;
  @Many(() => QuestionLineage) questions: QuestionLineage[];
  @Many(() => QuestionBefore, { description: 'Every question of the edition before' }) before: QuestionBefore[];
  @Many(() => FaultView) problems: FaultView[];
}
