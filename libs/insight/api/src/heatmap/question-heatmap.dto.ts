import { movements } from '@attest/domain/measures';
import { Counts, Decimal, Flag, LevelView, Many, NamedView, One, OneOf, PageNumber, Text, Uuid, Whole } from '@attest/shared/api';
import { InsightFilters, heatmapSorts } from '../insight.dto';

export class QuestionHeatmapFilters extends InsightFilters {
  @Text({ optional: true, max: 120, example: 'online-safety', description: 'Key of a standard: its questions instead of all.' }) standard?: string;
  @OneOf(['concern'], { optional: true, description: 'Only rows with an answer below its question. Figures of the questions stay those of everybody.' }) show?: 'concern';
  @OneOf(heatmapSorts, { optional: true }) sort?: (typeof heatmapSorts)[number];
  @PageNumber('Page of 50 organisations, from 1.') page?: string;
}

/** A rated question. Not applicable, unanswered and not asked are three facts, none of them in the base. */
export class QuestionColumnView {
  @Uuid() id: string;
  @Text({ example: '5.2' }) ref: string;
  @Text() title: string;
  @Text({ example: 'online-safety' }) standardKey: string;
  @Text({ example: 'Online safety' }) standardTitle: string;
  @Many(() => LevelView, { description: 'Its scale, best first.' }) levels: LevelView[];
  @Counts({ description: 'How many organisations stand at each level, over all pages.' }) counts: Record<string, number>;
  @Whole({ description: 'Answered: the base of the percentage.' }) base: number;
  @Whole() notApplicable: number;
  @Whole() unanswered: number;
  @Whole() notAsked: number;
  @Decimal({ nullable: true, example: 81 }) percentMeets: number | null;
  @Decimal({ nullable: true, example: 74, description: 'The same in the round before, where it can be compared.' }) lastPercentMeets: number | null;
  @Whole({ example: 1, description: '1 is the weakest question.' }) weakness: number;
}

export const answerCellStates = ['rated', 'not-applicable', 'unanswered', 'not-asked', 'not-returned'] as const;

export class QuestionCell {
  @OneOf(answerCellStates) state: (typeof answerCellStates)[number];
  @Text({ nullable: true, example: 'amber', description: 'Level key of the question’s scale, as the organisation rated it.' }) level: string | null;
  @Text({ nullable: true, example: 'red', description: 'The level of the round before, where it can be compared.' }) last: string | null;
  @OneOf(movements, { nullable: true }) movement: (typeof movements)[number] | null;
}

export class QuestionRow {
  @Uuid() organisationId: string;
  @Text() name: string;
  @Text({ nullable: true, example: 'Middlesbrough' }) area: string | null;
  @Text({ example: 'Primary' }) group: string;
  @Uuid() submissionId: string;
  @Flag() returned: boolean;
  @Many(() => QuestionCell, { description: 'In the order of the questions.' }) cells: QuestionCell[];
  @Whole({ description: 'Questions with a level.' }) base: number;
  @Decimal({ nullable: true, example: 72.7, description: 'Questions that meet, out of those with a level.' }) percentMeets: number | null;
}

export class HeatmapStandard {
  @Text({ example: 'online-safety' }) key: string;
  @Text({ example: '5' }) ref: string;
  @Text({ example: 'Online safety' }) title: string;
}

export class QuestionHeatmapView {
  @One(() => NamedView) round: NamedView;
  @One(() => NamedView, { nullable: true }) lastRound: NamedView | null;
  @Flag() provisional: boolean;
  @Whole() returned: number;
  @Whole() denominator: number;
  @Many(() => HeatmapStandard, { description: 'Standards with rated questions, to choose from.' }) standards: HeatmapStandard[];
  @Many(() => QuestionColumnView) questions: QuestionColumnView[];
  @Many(() => QuestionRow) rows: QuestionRow[];
  @Whole({ description: 'Rows on all pages: fewer than the denominator where only those below the standard are shown.' }) total: number;
  @Whole() page: number;
  @Whole() pages: number;
}
