import type { Counted, FindingsFacts, StandardFacts } from '@attest/domain/findings';
import { peerGroupOf, peerGroups } from '@attest/domain/rollup';
import { columnsOf, standardsOf, type Figures } from '../heatmap/heatmap';
import { distributionOf } from '../question-figures';
import type { Respondent } from '../respondents';
import { countPlaces, type Levels } from '../heatmap/standings';
import type { Round } from '../round-reader';
import type { ModeratedRow } from './findings.queries';

/** What findings are made of, from what the screens are made of. */
export function factsOf({ edition: { template, questionIds } }: Round, figures: Figures, respondents: readonly Respondent[], moderated: readonly ModeratedRow[]): Omit<FindingsFacts, 'carried' | 'actions'> {
  return {
    who: template.audience === 'school' ? 'schools' : 'agencies', levels: figures.scale,
    asked: figures.standings.length, returned: figures.standings.filter(({ levels }) => levels !== null).length,
    standards: standardsOf(template).map(({ key, title }) => standardFacts(key, title, figures, moderated.find((row) => row.section_key === key))),
    questions: template.sections.flatMap((section) => section.questions.filter(({ type }) => type === 'level').map((question) => {
      const { base, notApplicable } = distributionOf({ template, section, question, respondents });
      return { id: questionIds.get(question.key)!, ref: question.ref, title: question.title, base, notApplicable };
    })),
  };
}

function standardFacts(key: string, title: string, { template, scale, standings, last }: Figures, moderated: ModeratedRow | undefined): StandardFacts {
  const column = columnsOf(template).indexOf(key);
  const counted = (levels: readonly Levels[]): Counted => countPlaces(levels.map(({ places }) => places[column]!), scale);
  const returned = standings.flatMap(({ row, levels }) => (levels ? [{ levels, group: peerGroupOf({ kind: template.audience, phase: row.phase, sector: row.sector })?.key }] : []));
  const before = last ? counted(last.levels) : null;
  return {
    key, title, ...counted(returned.map(({ levels }) => levels)),
    // nobody had a level then: it was not asked
    last: before && before.base > 0 ? before : null,
    groups: peerGroups.map((group) => ({ ...group, ...counted(returned.filter((one) => one.group === group.key).map(({ levels }) => levels)) })).filter(({ base }) => base > 0),
    moderated: moderated?.moderated ?? 0, overrated: moderated?.overrated ?? 0,
  };
}
