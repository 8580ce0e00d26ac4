import { Decimal, Flag, Many, NamedView, One, OneOf, Text, Texts, Uuid, Whole } from '@attest/shared/api';
import { InsightFilters } from '../insight.dto';

const whose = ['everybody', 'the-same'] as const;

export class TrendFilters extends InsightFilters {
  @Text({ optional: true, max: 120, example: 'online-safety', description: 'Key of a standard: its questions instead of all standards.' }) standard?: string;
  @OneOf(whose, { optional: true, description: 'Only those who returned in every round, under whatever name they had then.' }) organisations?: (typeof whose)[number];
}

/** How much of a round may be held against the round before. Said before any figure is. */
export class ComparabilityView {
  @Whole({ description: 'Rated questions.' }) questions: number;
  @Whole({ description: 'Of them, those with a comparable one in the round before.' }) comparable: number;
  @Decimal({ nullable: true, example: 92.3 }) percent: number | null;
  @Whole({ description: 'Organisations that returned.' }) organisations: number;
  @Whole({ description: 'Of them, those that returned in the round before too.' }) inBoth: number;
  @Decimal({ nullable: true, example: 96.4 }) inBothPercent: number | null;
}

export class TrendRound {
  @Uuid() id: string;
  @Text({ example: 'Section 175 return 2026-27' }) name: string;
  @Text({ example: '2026-27', description: 'As short as it can be told from the others.' }) label: string;
  @Flag({ description: 'True while the round is open: figures may still change.' }) provisional: boolean;
  @Whole() returned: number;
  @Whole() denominator: number;
  @One(() => ComparabilityView, { nullable: true, description: 'Null for the first.' }) comparability: ComparabilityView | null;
}

export class TrendPoint {
  @Uuid() roundId: string;
  @Text({ nullable: true, description: 'Its key in that round; null where it was not there.' }) key: string | null;
  @Uuid({ nullable: true, description: 'Of a question.' }) questionId: string | null;
  @Whole({ description: 'How many meet it.' }) count: number;
  @Whole({ description: 'Of how many that are rated.' }) base: number;
  @Decimal({ nullable: true, example: 81 }) percent: number | null;
  @OneOf(['whole', 'with-break', 'apart'] as const, { nullable: true, description: 'How it may be held against the round before; null where there is nothing to hold it against.' }) joined: 'whole' | 'with-break' | 'apart' | null;
  @Texts({ description: 'Why there is a break, in words.', example: ['the wording changed'] }) reasons: string[];
  @Whole({ description: 'Rated questions in it.' }) questions: number;
  @Whole({ description: 'Of them, those with a comparable one in the round before.' }) comparable: number;
}

export class TrendSeries {
  @Text({ example: 'online-safety' }) key: string;
  @Text({ example: '5' }) ref: string;
  @Text({ example: 'Online safety' }) title: string;
  @Many(() => TrendPoint, { description: 'One for each round, oldest first.' }) points: TrendPoint[];
}

export class TrendStandard {
  @Text() key: string;
  @Text() ref: string;
  @Text() title: string;
}

export class TrendView {
  @One(() => NamedView, { description: 'The newest round.' }) round: NamedView;
  @One(() => TrendStandard, { nullable: true }) standard: TrendStandard | null;
  @Many(() => TrendRound, { description: 'Oldest first.' }) rounds: TrendRound[];
  @Many(() => TrendSeries) series: TrendSeries[];
}
