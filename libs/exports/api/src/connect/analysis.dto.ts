import { Decimal, Flag, Instant, Many, Text, Uuid, Whole } from '@attest/shared/api';

export class AnalysisQuery {
  @Uuid({ optional: true, description: 'Of this round; of all that have been opened where it is left out.' }) roundId?: string;
}

export class AnalysisMeasure {
  @Text({ example: 'S175-2627' }) round_reference: string;
  @Text() round_name: string;
  @Flag() provisional: boolean;
  @Instant() as_of: string;
  @Text({ example: 'meets' }) measure: string;
  @Text({ example: 'standard' }) of: string;
  @Text({ example: 'online-safety' }) key: string;
  @Text({ example: '5 Online safety' }) label: string;
  @Text({ nullable: true, example: null as never }) level_key: string | null;
  @Whole({ example: 30 }) count: number;
  @Whole({ nullable: true, example: 38 }) base: number | null;
  @Decimal({ nullable: true, example: 78.9 }) percent: number | null;
}

export class AnalysisMeasures {
  @Many(() => AnalysisMeasure, { most: 1_000_000 }) measures: AnalysisMeasure[];
}
