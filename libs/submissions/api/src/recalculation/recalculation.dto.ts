import { differenceKinds } from '@attest/domain/scoring';
import { Counts, Decimal, Flag, Instant, LevelView, Many, NamedView, One, OneOf, Text, Texts, Uuid, Whole } from '@attest/shared/api';

/** One rating that is not what its rule gives for the answers it rests on. */
export class DifferenceView {
  @One(() => NamedView) organisation: NamedView;
  @Uuid() submissionId: string;
  @Text({ example: 'online-safety', description: 'Key of the section; empty for the whole return.' }) section: string;
  @Text({ example: '3 Online safety' }) title: string;
  @OneOf(differenceKinds, { description: 'What differs: the level; only the points; or only how they are explained, as when a threshold moved.' }) kind: (typeof differenceKinds)[number];
  @One(() => LevelView, { nullable: true }) from: LevelView | null;
  @Decimal({ nullable: true, example: 72.5 }) fromPercent: number | null;
  @One(() => LevelView, { nullable: true }) to: LevelView | null;
  @Decimal({ nullable: true, example: 81 }) toPercent: number | null;
}

export class RecalculationPreview {
  @One(() => NamedView) round: NamedView;
  @Whole({ description: 'Returns that were looked at: those handed in.' }) returns: number;
  @Counts({ description: 'How many ratings differ, by kind.', example: { level: 2, points: 0, explanation: 5 } }) counts: Record<string, number>;
  @Many(() => DifferenceView, { description: 'Levels first; at most 500.' }) differences: DifferenceView[];
  @Texts({ description: 'Rules of stored ratings that this version of the program does not know. Their returns are left as they are.' }) unknownRules: string[];
  @Text({ example: '9f86d081884c7d65…', description: 'Stands for these differences: send it back to apply them and nothing else.' }) digest: string;
}

export class NewRecalculation {
  @Text({ min: 3, max: 500, example: 'A threshold was corrected: Met starts at 85%, not at 80%.' }) reason: string;
  @Text({ min: 1, max: 100, example: 'as-previewed', description: 'Of the preview that was looked at.' }) digest: string;
}

export class UndoRecalculation {
  @Text({ min: 3, max: 500, example: 'The correction was itself a mistake.' }) reason: string;
}

export class RecalculationView {
  @Uuid() id: string;
  @Instant() at: string;
  @Text({ nullable: true, example: 'Priya Shah', description: 'As the trail knows them.' }) by: string | null;
  @Text() reason: string;
  @Counts({ example: { level: 2, points: 0, explanation: 5 } }) counts: Record<string, number>;
  @Flag({ description: 'Whether it put back what was before another.' }) isUndo: boolean;
  @Flag({ example: false }) undone: boolean;
  @Texts({ description: 'What may be done now.', example: ['undo'] }) moves: string[];
}
