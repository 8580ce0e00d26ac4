import { Decimal, Many, NamedView, One, Text, Uuid, Whole } from '@attest/shared/api';
import { StandingCount } from './actions.dto';

export class AgeingFilter {
  @Uuid({ optional: true }) roundId?: string;
}

export class AgeingRow {
  @Text({ example: 'primary', description: 'What to filter the list of actions by: a round, an area, a phase or sector, or a standard. Empty where it cannot be filtered by.' }) key: string;
  @Text({ example: 'Primary' }) label: string;
  @Many(() => StandingCount) counts: StandingCount[];
  @Whole({ example: 14, description: 'However they stand.' }) total: number;
  @Whole({ example: 3, description: 'Past their date.' }) overdue: number;
  @Whole({ example: 11, description: 'Still to be done: neither claimed nor verified nor dropped.' }) open: number;
  @Decimal({ nullable: true, example: 27.3, description: 'Overdue, per cent of those still to be done.' }) percent: number | null;
}

/** Of submitted returns, whoever asks. */
export class AgeingView {
  @Many(() => NamedView, { description: 'Those with actions, which can be chosen.' }) rounds: NamedView[];
  @One(() => NamedView, { nullable: true, description: 'The one chosen, where it has actions.' }) round: NamedView | null;
  @One(() => AgeingRow) total: AgeingRow;
  @Many(() => AgeingRow, { description: 'Empty where a round is chosen.' }) byRound: AgeingRow[];
  @Many(() => AgeingRow) byArea: AgeingRow[];
  @Many(() => AgeingRow, { description: 'Phases of schools and sectors of agencies.' }) byGroup: AgeingRow[];
  @Many(() => AgeingRow, { description: 'Empty where no round is chosen: questionnaires have standards of their own.' }) byStandard: AgeingRow[];
}
