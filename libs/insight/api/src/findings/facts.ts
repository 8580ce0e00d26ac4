import type { Counted, FindingsFacts, StandardFacts } from '@attest/domain/findings';
import { peerGroupOf, peerGroups } from '@attest/domain/rollup';
import { columnsOf, standardsOf, type Figures } from '../heatmap/heatmap';
import { distributionAt, type QuestionColumn } from '../heatmap/question-places';
import { countPlaces, type Levels } from '../heatmap/standings';
import type { Round } from '../round-reader';

/** What findings are made of, from what the screens are made of. */
export function factsOf({ edition: { template, questionIds } }: Round, figures: Omit<Figures, 'isRevised'>, columns: readonly QuestionColumn[], places: readonly Int8Array[]): Omit<FindingsFacts, 'carried' | 'actions'> {
  return {
    who: template.audience === 'school' ? 'schools' : 'agencies', levels: figures.scale,
    asked: figures.standings.length, returned: figures.standings.filter(({ levels }) => levels !== null).length,
    standards: standardsOf(template).map(({ key, title }) => standardFacts(key, title, figures)),
    questions: columns.map((column, at) => {
      const { base, notApplicable } = distributionAt(places, column, at);
      const { key, ref, title } = column.question;
      return { id: questionIds.get(key)!, ref, title, base, notApplicable };
    }),
  };
}

function standardFacts(key: string, title: string, { template, scale, standings, last }: Omit<Figures, 'isRevised'>): StandardFacts {
  const column = columnsOf(template).indexOf(key);
  const counted = (levels: readonly Levels[]): Counted => countPlaces(levels.map(({ places }) => places[column]!), scale);
  const returned = standings.flatMap(({ row, levels }) => (levels ? [{ levels, group: peerGroupOf({ kind: template.audience, phase: row.phase, sector: row.sector })?.key }] : []));
  const before = last ? counted(last.levels) : null;
  return {
    key, title, ...counted(returned.map(({ levels }) => levels)),
    // nobody had a level then: it was not asked
    last: before && before.base > 0 ? before : null,
    groups: peerGroups.map((group) => ({ ...group, ...counted(returned.filter((one) => one.group === group.key).map(({ levels }) => levels)) })).filter(({ base }) => base > 0),
    ...moderatedIn(returned.map(({ levels }) => levels), column),
  };
}

/** Ratings that have both, and those that were better by themselves. */
function moderatedIn(all: readonly Levels[], column: number): Pick<StandardFacts, 'moderated' | 'overrated'> {
  const both = all.flatMap(({ self, moderated }) => (self[column]! >= 0 && (moderated?.[column] ?? -1) >= 0 ? [{ self: self[column]!, moderated: moderated![column]! }] : []));
  return { moderated: both.length, overrated: both.filter((one) => one.self < one.moderated).length };
}
