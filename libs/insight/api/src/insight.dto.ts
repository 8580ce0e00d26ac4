import { movements } from '@attest/domain/measures';
import { phases, sectors } from '@attest/domain/questionnaire';
import { Counts, Decimal, Flag, Instant, LevelView, Many, NamedView, One, OneOf, PageNumber, Text, Texts, Uuid, Uuids, Whole } from '@attest/shared/api';
import { ShownView } from '@attest/submissions/api';

/** Which organisations of the round are looked at. */
export class InsightFilters {
  @Uuid({ optional: true }) areaId?: string;
  @OneOf(phases, { optional: true }) phase?: (typeof phases)[number];
  @OneOf(sectors, { optional: true }) sector?: (typeof sectors)[number];
  @Text({ optional: true, max: 120, example: 'Academy converter', description: 'Type of school, as the register names it.' }) type?: string;
}

/** For files: organisations can be chosen by name as well. */
export class ChosenOrganisations extends InsightFilters {
  @Uuids({ optional: true, most: 2_000, description: 'These organisations of the round and no others.' }) organisationIds?: string[];
}

/** What a member of a round can be chosen by. */
export class RoundOrganisation {
  @Uuid() id: string;
  @Text({ example: 'Oakfield Primary School' }) name: string;
  @Uuid({ nullable: true }) areaId: string | null;
  @Text({ nullable: true, example: 'Middlesbrough' }) area: string | null;
  @Text({ example: 'primary', description: 'Phase of a school, sector of an agency; empty where it is not recorded.' }) groupKey: string;
  @Text({ example: 'Primary' }) group: string;
  @Text({ example: 'Academy converter' }) type: string;
  @Flag() returned: boolean;
}

export const heatmapSorts = ['weakest', 'name', 'group'] as const;

export const layers = ['moderated', 'self'] as const;
export type RatingLayer = (typeof layers)[number];

export class HeatmapFilters extends InsightFilters {
  @OneOf(layers, { optional: true, description: 'Moderated ratings where there are any, or everybody’s own.' }) layer?: RatingLayer;
  @OneOf(heatmapSorts, { optional: true }) sort?: (typeof heatmapSorts)[number];
  @PageNumber('Page, from 1. A page never has more than 4,000 cells.') page?: string;
}

export class RateRow {
  @Text({ example: 'primary', description: 'What to filter by: an area, a phase, a sector or a type.' }) key: string;
  @Text({ example: 'Primary' }) label: string;
  @Whole({ example: 41 }) submitted: number;
  @Whole({ example: 68 }) denominator: number;
  @Decimal({ nullable: true, example: 60.3 }) percent: number | null;
}

export class ResponseRatesView {
  @One(() => NamedView) round: NamedView;
  @Instant() asOf: string;
  @Flag({ description: 'True while the round is open: figures may still change.' }) provisional: boolean;
  @One(() => RateRow) total: RateRow;
  @Many(() => RateRow) byArea: RateRow[];
  @Many(() => RateRow, { description: 'By phase for schools, by sector for agencies.' }) byGroup: RateRow[];
  @Many(() => RateRow) byType: RateRow[];
}

export const cellStates = ['rated', 'not-rated', 'not-asked', 'not-returned'] as const;

export class HeatmapCell {
  @Text({ example: 'online-safety', description: 'Key of the standard.' }) standard: string;
  @OneOf(cellStates) state: (typeof cellStates)[number];
  @Text({ nullable: true, example: 'amber', description: 'Level key: moderated where there is a moderated rating, else self.' }) level: string | null;
  @Text({ nullable: true, example: null as never, description: 'The self rating, where moderation changed it.' }) self: string | null;
  @Text({ nullable: true, example: 'red', description: 'The level of the round before, where it can be compared.' }) last: string | null;
  @OneOf(movements, { nullable: true }) movement: (typeof movements)[number] | null;
  @Flag({ example: false, description: 'Whether another level was shown here before its rating was recalculated.' }) revised: boolean;
}

export class HeatmapRow {
  @Uuid() organisationId: string;
  @Text() name: string;
  @Text({ nullable: true, example: 'Middlesbrough' }) area: string | null;
  @Text({ example: 'Primary' }) group: string;
  @Uuid() submissionId: string;
  @Flag() returned: boolean;
  @One(() => LevelView, { nullable: true }) overall: LevelView | null;
  @One(() => LevelView, { nullable: true, description: 'The self rating of the return as a whole, where moderation changed it.' }) overallSelf: LevelView | null;
  @Flag({ example: false }) overallRevised: boolean;
  @Many(() => HeatmapCell) cells: HeatmapCell[];
  @Counts({ description: 'How many standards stand at each level.' }) counts: Record<string, number>;
  @Decimal({ nullable: true, example: 72.7, description: 'Standards that meet, out of those rated.' }) percentMeets: number | null;
}

export class StandardView {
  @Text({ example: 'online-safety' }) key: string;
  @Text({ example: '5' }) ref: string;
  @Text({ example: 'Online safety' }) title: string;
  @Counts({ description: 'How many organisations stand at each level, over all pages.' }) counts: Record<string, number>;
  @Whole({ description: 'Organisations with a rating for this standard: the base of the percentage.' }) base: number;
  @Whole({ description: 'Returned without answering anything in it that is rated.' }) notRated: number;
  @Whole({ description: 'Returned, and asked nothing in it.' }) notAsked: number;
  @Decimal({ nullable: true, example: 81 }) percentMeets: number | null;
  @Decimal({ nullable: true, example: 74, description: 'The same in the round before, where it can be compared.' }) lastPercentMeets: number | null;
  @Whole({ example: 1, description: '1 is the weakest standard.' }) weakness: number;
}

export class HeatmapView {
  @One(() => NamedView) round: NamedView;
  @One(() => NamedView, { nullable: true }) lastRound: NamedView | null;
  @Flag() comparable: boolean;
  @Flag() provisional: boolean;
  @Whole() returned: number;
  @Whole() denominator: number;
  @Many(() => LevelView, { description: 'The scale of the results, best first.' }) levels: LevelView[];
  @Many(() => StandardView) standards: StandardView[];
  @Many(() => HeatmapRow) rows: HeatmapRow[];
  @Whole() total: number;
  @Whole() page: number;
  @Whole() pages: number;
}

/** How organisations answered one question. N/A, unanswered and not asked are three facts, none of them in the base. */
export class DistributionView {
  @Counts() counts: Record<string, number>;
  @Whole({ description: 'Answered: the base of every percentage.' }) base: number;
  @Whole() notApplicable: number;
  @Whole() unanswered: number;
  @Whole() notAsked: number;
  @Decimal({ nullable: true, example: 81 }) percentMeets: number | null;
}

export class StandardQuestion {
  @Uuid() id: string;
  @Text({ example: '5.2' }) ref: string;
  @Text() title: string;
  @Text() wording: string;
  @Many(() => LevelView) levels: LevelView[];
  @One(() => DistributionView) distribution: DistributionView;
  @Text({ nullable: true, description: 'What the organisation asked about chose, when one was named.' }) chosen: string | null;
}

export class StandardFilters extends InsightFilters {
  @Uuid({ optional: true, description: 'Show beside the figures what this organisation chose.' }) organisationId?: string;
}

/** How one organisation stands in a standard. */
export class StandardRating {
  @Uuid() organisationId: string;
  @Text() name: string;
  @Text({ nullable: true, example: 'Middlesbrough' }) area: string | null;
  @Text({ example: 'Primary' }) group: string;
  @One(() => LevelView, { description: 'Moderated where there is a moderated level, else self.' }) level: LevelView;
  @One(() => LevelView, { nullable: true, description: 'The self rating, where moderation changed it.' }) self: LevelView | null;
}

export class StandardDetail {
  @One(() => NamedView) round: NamedView;
  @Text() key: string;
  @Text() ref: string;
  @Text() title: string;
  @Text() intro: string;
  @One(() => NamedView, { nullable: true }) organisation: NamedView | null;
  @Uuid({ nullable: true, description: 'Its return, whose rating of this standard can be asked for; null where it has not returned.' }) submissionId: string | null;
  @Flag() provisional: boolean;
  @Texts({ description: 'How many meet it, and the counts that made that; none for a section that is no standard.', example: ['30 of 38 organisations rated meet it (78.9%): 30 Met.'] }) figure: string[];
  @Many(() => StandardRating, { description: 'Those with a rating for this standard, worst first.' }) ratings: StandardRating[];
  @Many(() => StandardQuestion) questions: StandardQuestion[];
}

export class QuestionAnswer {
  @Uuid() organisationId: string;
  @Uuid() submissionId: string;
  @Text() name: string;
  @Text({ nullable: true }) area: string | null;
  @Text({ example: 'Primary' }) group: string;
  @One(() => LevelView, { nullable: true }) level: LevelView | null;
  @Text({ nullable: true, description: 'The answer to a question that is not rated, as text.' }) value: string | null;
  @Text({ description: 'Their words.' }) note: string;
  @Text({ nullable: true }) naReason: string | null;
  @One(() => LevelView, { nullable: true, description: 'In the round before, where it can be compared.' }) last: LevelView | null;
}

export class AnswerEvidence {
  @Uuid() submissionId: string;
  @Many(() => ShownView, { description: 'In the revision that was signed. Files are downloaded to be saved.' }) shown: ShownView[];
}

export class QuestionDetail {
  @One(() => NamedView) round: NamedView;
  @Uuid() id: string;
  @Text() ref: string;
  @Text() title: string;
  @Text() wording: string;
  @Text({ example: 'online-safety' }) standardKey: string;
  @Text() standardTitle: string;
  @Many(() => LevelView) levels: LevelView[];
  @One(() => DistributionView) distribution: DistributionView;
  @One(() => DistributionView, { nullable: true }) last: DistributionView | null;
  @Flag() provisional: boolean;
  @Many(() => QuestionAnswer) answers: QuestionAnswer[];
}
