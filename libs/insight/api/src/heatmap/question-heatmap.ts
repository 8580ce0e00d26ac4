import { byName, weakestFirst } from '@attest/domain/rollup';
import { meetsRate, movement } from '@attest/domain/measures';
import type { StandingRow } from '../insight.queries';
import type { QuestionCell, QuestionColumnView, QuestionHeatmapFilters, QuestionHeatmapView, QuestionRow } from './question-heatmap.dto';
import { NOT_APPLICABLE, NOT_ASKED, UNANSWERED, distributionAt, type QuestionColumn } from './question-places';
import { byGroup, type Standing } from './standings';

/** As many as a browser draws at once with sixty columns beside them. */
const ROWS_A_PAGE = 50;

/** Everybody in the round, and where those who returned stand. */
export interface QuestionFigures {
  readonly columns: readonly QuestionColumn[];
  readonly ids: ReadonlyMap<string, string>;
  /** Whom the filters let through. */
  readonly standings: readonly QuestionStanding[];
  /** Of those whom the filters let through, as they were in the round before; null where there was none. A column that cannot be compared has nobody in it. */
  readonly last: readonly Int8Array[] | null;
}

export interface QuestionStanding extends Pick<Standing, 'name' | 'group'> {
  readonly row: Pick<StandingRow, 'organisation_id' | 'organisation_name' | 'area_name' | 'submission_id'>;
  /** Null for whoever has not returned. */
  readonly places: Int8Array | null;
}

type Summary = Pick<QuestionHeatmapView, 'returned' | 'denominator' | 'questions'>;

/** Over all rows, whatever page is looked at. */
export function questionSummary({ columns, ids, standings, last }: QuestionFigures): Summary {
  const returned = standings.flatMap(({ places }) => places ?? []);
  return {
    returned: returned.length, denominator: standings.length,
    questions: ranked(columns.map((column, at): QuestionColumnView => {
      const then = last === null ? null : distributionAt(last, column, at);
      const { question, section, levels } = column;
      return {
        id: ids.get(question.key)!, ref: question.ref, title: question.title, standardKey: section.key, standardTitle: section.title, levels: [...levels],
        ...distributionAt(returned, column, at), lastPercentMeets: then && then.percentMeets, weakness: 0,
      };
    }), columns),
  };
}

/** Which page it is, and who stands on it. */
export function questionPage({ columns, standings }: Pick<QuestionFigures, 'columns' | 'standings'>, { sort, page = '1' }: Pick<QuestionHeatmapFilters, 'sort' | 'page'>) {
  const pages = Math.max(1, Math.ceil(standings.length / ROWS_A_PAGE));
  const at = Math.min(Number(page), pages);
  return { page: at, pages, standings: sorted(columns, standings, sort).slice((at - 1) * ROWS_A_PAGE, at * ROWS_A_PAGE) };
}

/** Whether any of its answers is below its question. */
export const fallsShort = ({ places }: QuestionStanding, columns: readonly QuestionColumn[]): boolean => concernOf(places, columns).notMeeting > 0;

export function questionRow({ row, name, group, places }: QuestionStanding, columns: readonly QuestionColumn[], before: Int8Array | null): QuestionRow {
  const { base, meeting } = concernOf(places, columns);
  return {
    organisationId: row.organisation_id, name, area: row.area_name, group, submissionId: row.submission_id, returned: places !== null,
    cells: columns.map((column, at) => cellOf(column, places === null ? null : places[at]!, before === null ? NOT_ASKED : before[at]!)),
    base, percentMeets: meetsRate({ counts: { meeting }, base }, [{ key: 'meeting', meets: true }], 1).percentage,
  };
}

function cellOf({ levels }: QuestionColumn, place: number | null, before: number): QuestionCell {
  return {
    state: place === null ? 'not-returned' : place >= 0 ? 'rated' : states[place as keyof typeof states],
    level: levels[place ?? UNANSWERED]?.key ?? null, last: levels[before]?.key ?? null, movement: movement(before, place),
  };
}

const states = { [UNANSWERED]: 'unanswered', [NOT_ASKED]: 'not-asked', [NOT_APPLICABLE]: 'not-applicable' } as const;

function sorted(columns: readonly QuestionColumn[], standings: readonly QuestionStanding[], sort: QuestionHeatmapFilters['sort'] = 'weakest'): readonly QuestionStanding[] {
  if (sort === 'name') return standings.toSorted(byName);
  if (sort === 'group') return standings.toSorted(byGroup);
  return weakestFirst(standings.map((standing) => ({ ...concernOf(standing.places, columns), name: standing.name, standing }))).map(({ standing }) => standing);
}

/** What `weakestFirst` looks at, along a row. */
function concernOf(places: Int8Array | null, columns: readonly QuestionColumn[]) {
  let [base, meeting, worst] = [0, 0, 0];
  for (const [at, { levels }] of columns.entries()) {
    const place = places?.[at] ?? NOT_ASKED;
    if (place < 0) continue;
    base += 1;
    if (levels[place]!.meets) meeting += 1;
    if (place === levels.length - 1) worst += 1;
  }
  return { base, meeting, notMeeting: base - meeting, worst };
}

/** 1 is the weakest. */
function ranked(questions: readonly QuestionColumnView[], columns: readonly QuestionColumn[]): QuestionColumnView[] {
  const order = weakestFirst(questions.map(({ counts, base, title }, at) => {
    const { levels } = columns[at]!;
    return { notMeeting: base - meetsRate({ counts, base }, levels).count, worst: counts[levels.at(-1)?.key ?? ''] ?? 0, base, name: title, at };
  }));
  const rank = new Map(order.map(({ at }, place) => [at, place + 1]));
  return questions.map((question, at) => ({ ...question, weakness: rank.get(at)! }));
}
