import { Decimal, Flag, Instant, LevelView, Many, NamedView, One, OneOf, Text, Texts, Uuid, Whole } from '@attest/shared/api';

const reasonsLeftOut = ['not-applicable', 'unanswered', 'not-asked', 'not-scored'] as const;

/** A question of a section, or a section of the whole return, that counted. */
export class CountedView {
  @Text({ example: 'filtering-monitoring', description: 'Key of the question; of the section, in the rating of the whole.' }) key: string;
  @Text({ example: '3.2' }) ref: string;
  @Text({ example: 'Filtering and monitoring' }) title: string;
  @Uuid({ nullable: true, description: 'The question; null for a section.' }) questionId: string | null;
  @One(() => LevelView, { nullable: true }) level: LevelView | null;
  @Whole({ example: 60, description: 'Points won, how often it counts within.' }) won: number;
  @Whole({ example: 120 }) available: number;
  @Whole({ example: 2, description: 'How many times it counts.' }) weight: number;
  @Flag({ example: false, description: 'No section is rated better than its weakest critical question.' }) critical: boolean;
}

export class LeftOutItem {
  @Text({ example: '3.4' }) ref: string;
  @Text() title: string;
}

export class LeftOutView {
  @OneOf(reasonsLeftOut) why: (typeof reasonsLeftOut)[number];
  @Text({ example: 'Does not apply' }) words: string;
  @Many(() => LeftOutItem) items: LeftOutItem[];
}

export class ThresholdView {
  @One(() => LevelView) level: LevelView;
  @Whole({ example: 80, description: 'Per cent of the points available, from which on it is this level.' }) from: number;
}

export class StepView extends LeftOutItem {
  @Uuid() questionId: string;
  @One(() => LevelView, { nullable: true }) from: LevelView | null;
  @One(() => LevelView, { nullable: true }) to: LevelView | null;
}

/** The fewest answers that would have to be better, each by no more than is needed, for the next better level. */
export class ChangeView {
  @One(() => LevelView, { nullable: true }) level: LevelView | null;
  @Text({ example: 'The smallest change that would alter it: Met, if 3.2 Filtering and monitoring were Met instead of Partly met.' }) sentence: string;
  @Many(() => StepView) steps: StepView[];
}

/** What the Quality & Performance group made of it, beside what the organisation says itself. */
export class ModeratedView {
  @One(() => LevelView, { nullable: true }) level: LevelView | null;
  @Text({ nullable: true }) reason: string | null;
  @Instant() ratedAt: string;
}

/** The rating of the same section the year before, which has a trace of its own. */
export class LastRatingView {
  @Uuid() submissionId: string;
  @Text({ example: 'Section 175 return 2025-26' }) roundName: string;
  @One(() => LevelView, { nullable: true }) level: LevelView | null;
}

/** What the rating was before, which is kept. */
export class EarlierRatingView {
  @One(() => LevelView, { nullable: true }) level: LevelView | null;
  @Decimal({ nullable: true, example: 72.5 }) percent: number | null;
  @Text({ example: 'attest-1' }) rule: string;
  @Instant() until: string;
  @Text({ nullable: true, example: 'A threshold was corrected.', description: 'Why it was worked out again; null where the return was handed in again.' }) recalculated: string | null;
}

/** Why a rating is what it is: what counted and how much, what did not, where levels start, and what would change it. */
export class RatingView {
  @Uuid() submissionId: string;
  @Text({ example: 'online-safety', description: 'Key of the section; empty for the whole return.' }) section: string;
  @Text({ example: '3' }) ref: string;
  @Text({ example: 'Online safety' }) title: string;
  @One(() => NamedView) organisation: NamedView;
  @One(() => NamedView) round: NamedView;
  @One(() => LevelView, { nullable: true }) level: LevelView | null;
  @Decimal({ nullable: true, example: 72.5 }) percent: number | null;
  @Flag({ description: 'Whether it has been handed in. Otherwise it is what it would be rated now.' }) handedIn: boolean;
  @Text({ example: 'attest-1', description: 'The rule it was worked out by.' }) rule: string;
  @Instant({ nullable: true }) ratedAt: string | null;
  @Texts({ example: ['Partly met: 90 of 120 points (75%). Partly met starts at 50%.'] }) sentences: string[];
  @Many(() => CountedView) counted: CountedView[];
  @Many(() => LeftOutView) leftOut: LeftOutView[];
  @Many(() => ThresholdView, { description: 'Best first.' }) thresholds: ThresholdView[];
  @One(() => ChangeView, { nullable: true, description: 'Null at the best level and where nothing is rated.' }) change: ChangeView | null;
  @One(() => ModeratedView, { nullable: true, description: 'For those who read what organisations wrote.' }) moderated: ModeratedView | null;
  @Many(() => EarlierRatingView, { description: 'What it was before, newest first.' }) earlier: EarlierRatingView[];
  @One(() => LastRatingView, { nullable: true }) last: LastRatingView | null;
}
