import { Injectable } from '@nestjs/common';
import { byName, peerGroupOf } from '@attest/domain/rollup';
import { MOST_SIDES, sideInAddress, sidesIn, type Side } from '@attest/domain/side-by-side';
import { historyOf } from '@attest/domain/trend';
import { Database, Refused, notFound } from '@attest/shared/api';
import { OVERALL, standardsOf } from '../heatmap/heatmap';
import { JointFiguresService } from '../joint/joint-figures.service';
import type { Shared } from '../joint/joint-lines';
import type { SideBySideFilters, SideBySideView, SideView } from './side-by-side.dto';
import { cellsOf, type ReadSide } from './side-cells';
import type { Standing } from '../heatmap/standings';
import { TrendReader, type RoundFigures, type RoundsBack } from '../trend/trend-reader';

interface NamedRow { readonly id: string; readonly name: string }

/** Areas of the round $1, as they were called when it opened. */
const AREAS = 'select distinct area_id as id, area_name as name from app.round_member where round_id = $1 and area_id is not null';

interface Column { readonly side: Side; readonly label: string; readonly read: ReadSide }

/** What can be chosen beside the round's own. */
interface Offered { readonly areas: readonly NamedRow[]; readonly partners: readonly Shared[] }

@Injectable()
export class SideBySideService {
  constructor(
    private readonly database: Database,
    private readonly rounds: TrendReader,
    private readonly joint: JointFiguresService,
  ) {}

  async sideBySide(id: string, { with: text = '' }: SideBySideFilters): Promise<SideBySideView> {
    const sides = sidesIn(text);
    if (!sides) throw new Refused('invalid-request', `Choose up to ${MOST_SIDES} to compare, each of them once.`);
    const back = await this.rounds.back(id, {}, 2);
    const [now, before] = back.rounds;
    const offered = { areas: await this.database.query<NamedRow>(AREAS, [id]), partners: await this.joint.sharedIn(now!.round) };
    const columns = sides.map((side) => columnOf(side, back, offered));
    const { template } = now!.round.edition;
    const rows = [...standardsOf(template).map(({ key, ref, title }) => ({ key, ref, title })), { key: OVERALL, ref: '', title: 'Whole return' }];
    return {
      round: named(now!.round), lastRound: before ? named(before.round) : null, provisional: now!.round.provisional, levels: [...now!.figures.scale],
      sides: columns.map((column) => viewOf(column, now!)),
      rows: rows.map((row) => ({ ...row, cells: cellsOf(row.key, columns.map(({ read }) => read), now!) })),
      organisations: now!.figures.standings.map(({ row, name }) => ({ id: row.organisation_id, name })).toSorted(byName),
      areas: offered.areas.toSorted(byName),
      partners: offered.partners.map(({ place, name }) => ({ id: String(place), name })),
    };
  }
}

function columnOf(side: Side, back: RoundsBack, { areas, partners }: Offered): Column {
  const [now, before] = back.rounds;
  if (side.of === 'partner') {
    const shared = partners.find(({ place }) => String(place) === side.id);
    if (!shared) throw notFound();
    return { side, label: shared.name, read: { kind: 'shared', shared } };
  }
  const of = side.last ? before : now;
  if (!of) throw notFound();
  const read = { of, way: side.last ? back.ways[0]! : undefined, guarded: side.of === 'peers', kind: side.of === 'organisation' ? 'one' : 'many' } as const;
  if (side.of === 'everybody') return { side, label: 'Everybody', read: { ...read, standings: of.figures.standings } };
  if (side.of === 'area') {
    const area = areas.find(({ id }) => id === side.id);
    if (!area) throw notFound();
    return { side, label: area.name, read: { ...read, standings: of.figures.standings.filter(({ row }) => row.area_id === area.id) } };
  }
  const organisation = now!.figures.standings.find(({ row }) => row.organisation_id === side.id);
  if (!organisation) throw notFound();
  const own = historyOf(organisation.row.organisation_id, back.predecessors);
  const isOwn = ({ row }: Standing) => own.includes(row.organisation_id);
  if (side.of === 'organisation') return { side, label: organisation.name, read: { ...read, standings: of.figures.standings.filter(isOwn) } };
  const group = groupOf(organisation, back);
  const standings = of.figures.standings.filter((one) => !isOwn(one) && groupOf(one, back)?.key === group?.key);
  return { side, label: `Peers of ${organisation.name}${group ? `: ${group.label}` : ''}`, read: { ...read, standings } };
}

function viewOf({ side, label, read }: Column, now: RoundFigures): SideView {
  const view = { side: sideInAddress(side), kind: side.of, id: side.id, label, last: side.last };
  // the round of a partner is nobody's here to point at
  if (read.kind === 'shared') return { ...view, round: { id: now.round.id, name: read.shared.jointRound }, returned: read.shared.release.returned, denominator: read.shared.release.asked };
  const returned = read.standings.filter(({ levels }) => levels !== null).length;
  return { ...view, round: named(read.of.round), returned, denominator: read.standings.length };
}

const named = ({ id, name }: NamedRow): NamedRow => ({ id, name });

function groupOf({ row: { phase, sector } }: Standing, { rounds: [now] }: RoundsBack) {
  return peerGroupOf({ kind: now!.round.edition.template.audience, phase, sector });
}
