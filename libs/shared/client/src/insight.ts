import type { Phase, Sector } from '@attest/domain/questionnaire';
import type { LevelView, NamedView } from './views';

/** Which organisations of the round are looked at. */
export interface InsightFilters {
  areaId?: string;
  phase?: Phase;
  sector?: Sector;
  /** Type of school, as the register names it. */
  type?: string;
}

export interface HeatmapFilters extends InsightFilters {
  sort?: 'weakest' | 'name' | 'group';
  /** Page, from 1. A page never has more than 4,000 cells. */
  page?: string;
}

export interface RateRow {
  /** What to filter by: an area, a phase, a sector or a type. */
  key: string;
  label: string;
  submitted: number;
  denominator: number;
  percent: number | null;
}

export interface ResponseRatesView {
  round: NamedView;
  asOf: string;
  /** True while the round is open: figures may still change. */
  provisional: boolean;
  total: RateRow;
  byArea: RateRow[];
  /** By phase for schools, by sector for agencies. */
  byGroup: RateRow[];
  byType: RateRow[];
}

export interface HeatmapCell {
  /** Key of the standard. */
  standard: string;
  state: 'rated' | 'not-rated' | 'not-asked' | 'not-returned';
  /** Level key: moderated where there is a moderated rating, else self. */
  level: string | null;
  /** The self rating, where moderation changed it. */
  self: string | null;
  /** The level of the round before, where it can be compared. */
  last: string | null;
  movement: 'up' | 'down' | 'same' | null;
}

export interface HeatmapRow {
  organisationId: string;
  name: string;
  area: string | null;
  group: string;
  submissionId: string;
  returned: boolean;
  overall: LevelView | null;
  cells: HeatmapCell[];
  /** How many standards stand at each level. */
  counts: Record<string, number>;
  /** Standards that meet, out of those rated. */
  percentMeets: number | null;
}

export interface StandardView {
  key: string;
  ref: string;
  title: string;
  /** How many organisations stand at each level, over all pages. */
  counts: Record<string, number>;
  /** Organisations with a rating for this standard: the base of the percentage. */
  base: number;
  percentMeets: number | null;
  /** The same in the round before, where it can be compared. */
  lastPercentMeets: number | null;
  /** 1 is the weakest standard. */
  weakness: number;
}

export interface HeatmapView {
  round: NamedView;
  lastRound: NamedView | null;
  comparable: boolean;
  provisional: boolean;
  returned: number;
  denominator: number;
  /** The scale of the results, best first. */
  levels: LevelView[];
  standards: StandardView[];
  rows: HeatmapRow[];
  total: number;
  page: number;
  pages: number;
}

/** How organisations answered one question. N/A, unanswered and not asked are three facts, none of them in the base. */
export interface DistributionView {
  counts: Record<string, number>;
  /** Answered: the base of every percentage. */
  base: number;
  notApplicable: number;
  unanswered: number;
  notAsked: number;
  percentMeets: number | null;
}

export interface StandardQuestion {
  id: string;
  ref: string;
  title: string;
  wording: string;
  levels: LevelView[];
  distribution: DistributionView;
  /** What the organisation asked about chose, when one was named. */
  chosen: string | null;
}

export interface StandardFilters extends InsightFilters {
  /** Show beside the figures what this organisation chose. */
  organisationId?: string;
}

export interface StandardDetail {
  round: NamedView;
  key: string;
  ref: string;
  title: string;
  intro: string;
  organisation: NamedView | null;
  organisationLevel: LevelView | null;
  /** Why the organisation has that level, in sentences. */
  explanation: string[];
  provisional: boolean;
  questions: StandardQuestion[];
}

export interface QuestionAnswer {
  organisationId: string;
  name: string;
  area: string | null;
  group: string;
  level: LevelView | null;
  /** The answer to a question that is not rated, as text. */
  value: string | null;
  /** Their words. */
  note: string;
  naReason: string | null;
  /** In the round before, where it can be compared. */
  last: LevelView | null;
}

export interface QuestionDetail {
  round: NamedView;
  id: string;
  ref: string;
  title: string;
  wording: string;
  standardKey: string;
  standardTitle: string;
  levels: LevelView[];
  distribution: DistributionView;
  last: DistributionView | null;
  provisional: boolean;
  answers: QuestionAnswer[];
}
