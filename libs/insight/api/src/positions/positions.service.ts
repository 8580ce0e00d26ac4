import { Injectable } from '@nestjs/common';
import { pointsShare } from '@attest/domain/measures';
import { groupInWords } from '@attest/domain/questionnaire';
import { byName, peerGroups } from '@attest/domain/rollup';
import { Database } from '@attest/shared/api';
import { OVERALL, resultScale, standardsOf } from '../heatmap/heatmap';
import type { InsightFilters } from '../insight.dto';
import type { PositionCell, PositionRow, PositionStandard, PositionsView } from './positions.dto';
import { POSITIONS, type PositionQueryRow, type RatingPart } from './positions.queries';
import { RoundReader, chosenBy, type Round } from '../round-reader';

/** Where every organisation stands in every standard, for the views that show one beside the others. */
@Injectable()
export class PositionsService {
  constructor(
    private readonly database: Database,
    private readonly reader: RoundReader,
  ) {}

  async positions(id: string, filters: InsightFilters): Promise<PositionsView> {
    const round = await this.reader.round(id);
    const rows = await this.database.query<PositionQueryRow>(POSITIONS, [id, ...chosenBy(filters)]);
    const standards = columns(round);
    const levels = resultScale(round.edition.template);
    const known = new Set(levels.map(({ key }) => key));
    return {
      round: { id: round.id, name: round.name }, provisional: round.provisional, levels: [...levels], standards,
      organisations: rows.map((row) => rowOf(row, standards, known)).toSorted(byName),
    };
  }
}

const columns = ({ edition: { template } }: Round): PositionStandard[] =>
  [...standardsOf(template).map(({ key, ref, title }) => ({ key, ref, title })), { key: OVERALL, ref: '', title: 'Whole return' }];

function rowOf({ ratings, ...row }: PositionQueryRow, standards: readonly PositionStandard[], known: ReadonlySet<string>): PositionRow {
  const byPlace = new Map(ratings.map((rating) => [`${rating[1]} ${rating[0]}`, rating]));
  return {
    organisationId: row.organisation_id, name: row.organisation_name, area: row.area_name, group: groupInWords(row),
    peers: peerGroups.find(({ key }) => key === row.peer_group)?.label ?? 'Others',
    cells: standards.map(({ key }) => cellOf(key, byPlace.get(`self ${key}`), byPlace.get(`moderated ${key}`), known)),
  };
}

/** A level that the scale lacks, left from another version, is none. */
function cellOf(standard: string, own: RatingPart | undefined, panel: RatingPart | undefined, known: ReadonlySet<string>): PositionCell {
  if (!own) return { standard, share: null, self: null, moderated: null };
  const levelOf = (level: string | null | undefined) => (level && known.has(level) ? level : null);
  const [, , self, ...points] = own;
  const [won, available] = panel?.[4] ? [panel[3], panel[4]] : points;
  return { standard, share: levelOf(self) === null ? null : pointsShare({ won, available }, 1).percentage, self: levelOf(self), moderated: levelOf(panel?.[2]) };
}
