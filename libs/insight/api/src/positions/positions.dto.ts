import { Decimal, Flag, LevelView, Many, NamedView, One, Text, Uuid } from '@attest/shared/api';

/** How one organisation stands in one standard, by itself and as the panel saw it. */
export class PositionCell {
  @Text({ example: 'online-safety', description: 'Key of the standard; empty for the whole return.' }) standard: string;
  @Decimal({ nullable: true, example: 72.5, description: 'Points won out of points available, per cent; moderated where the panel gave points.' }) share: number | null;
  @Text({ nullable: true, example: 'amber', description: 'Level key.' }) self: string | null;
  @Text({ nullable: true, example: 'red', description: 'Level key; null where it was not moderated.' }) moderated: string | null;
}

export class PositionRow {
  @Uuid() organisationId: string;
  @Text() name: string;
  @Text({ nullable: true }) area: string | null;
  @Text({ example: 'Primary' }) group: string;
  @Text({ example: 'Nursery and primary', description: 'Those it is compared with.' }) peers: string;
  @Many(() => PositionCell) cells: PositionCell[];
}

export class PositionStandard {
  @Text({ example: 'online-safety', description: 'Empty for the whole return.' }) key: string;
  @Text({ example: '5' }) ref: string;
  @Text({ example: 'Online safety' }) title: string;
}

export class PositionsView {
  @One(() => NamedView) round: NamedView;
  @Flag() provisional: boolean;
  @Many(() => LevelView, { description: 'The scale of the results, best first.' }) levels: LevelView[];
  @Many(() => PositionStandard) standards: PositionStandard[];
  @Many(() => PositionRow, { description: 'Those who returned, by name.' }) organisations: PositionRow[];
}
