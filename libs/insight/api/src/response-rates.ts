import { phaseWords, phases, sectorWords, sectors } from '@attest/domain/questionnaire';
import { responseRate } from '@attest/domain/measures';
import { byName } from '@attest/domain/rollup';
import type { RateRow, ResponseRatesView } from './insight.dto';
import type { AlikeRow } from './insight.queries';

interface Group {
  readonly key: string;
  readonly label: string;
}

type Breakdowns = Pick<ResponseRatesView, 'total' | 'byArea' | 'byGroup' | 'byType'>;

/** Adds up from the counts, and rounds once. */
export function responseRates(rows: readonly AlikeRow[]): Breakdowns {
  return {
    total: rate({ key: '', label: 'All organisations' }, rows),
    byArea: broken(rows, areaOf).toSorted(byLabel),
    byGroup: broken(rows, groupOf).toSorted(inOrder),
    // agencies have no types
    byType: rows.some(({ type }) => type !== '') ? broken(rows, typeOf).toSorted(byLabel) : [],
  };
}

/** Some agencies work across all areas. */
const areaOf = ({ area_id, area_name }: AlikeRow): Group => ({ key: area_id ?? '', label: area_name ?? 'No single area' });

const typeOf = ({ type }: AlikeRow): Group => ({ key: type, label: type || 'Type not recorded' });

export function groupOf({ phase, sector }: Pick<AlikeRow, 'phase' | 'sector'>): Group {
  if (phase !== null) return { key: phase, label: phaseWords[phase] };
  return sector === null ? { key: '', label: 'Not recorded' } : { key: sector, label: sectorWords[sector] };
}

function broken(rows: readonly AlikeRow[], by: (row: AlikeRow) => Group): RateRow[] {
  const groups = new Map(rows.map((row) => [by(row).key, by(row)]));
  return [...groups.values()].map((group) => rate(group, rows.filter((row) => by(row).key === group.key)));
}

function rate(group: Group, rows: readonly AlikeRow[]): RateRow {
  const sum = (count: 'submitted' | 'denominator') => rows.reduce((total, row) => total + row[count], 0);
  const { count: submitted, base: denominator, percentage: percent } = responseRate({ submitted: sum('submitted'), denominator: sum('denominator') }, 1);
  return { ...group, submitted, denominator, percent };
}

/** What has no key comes last: it cannot be filtered by. */
const byLabel = (a: RateRow, b: RateRow) => Number(a.key === '') - Number(b.key === '') || byName({ name: a.label }, { name: b.label });

const order = ['', ...phases, ...sectors];
const inOrder = (a: RateRow, b: RateRow) => (order.indexOf(a.key) || order.length) - (order.indexOf(b.key) || order.length);
