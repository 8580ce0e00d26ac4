import type { Category, Closed, Subject, TakingPart } from '@attest/domain/disclosure';
import { scaleOf, type Level, type Question, type Section, type Template } from '@attest/domain/questionnaire';
import { peerGroupOf, peerGroups } from '@attest/domain/rollup';
import { OVERALL, columnsOf, resultScale, standardsOf } from '../heatmap/heatmap';
import { toldBy } from '../question-figures';
import type { Respondent } from '../respondents';
import { NOT_ASKED, type Standing } from '../heatmap/standings';

/** What a release is counted from: every standard and every rated question, and what each that returned said to it. */
export function closedOf(template: Template, standings: readonly Standing[], respondents: readonly Respondent[], minimum: number): Closed {
  const answers = new Map(respondents.map((respondent) => [respondent.organisationId, respondent]));
  const [standards, questions] = [standardSubjects(template), releasedQuestions(template)];
  const takingPart = standings.flatMap((standing): TakingPart[] => {
    const { row, levels } = standing;
    const respondent = answers.get(row.organisation_id);
    if (!levels || !respondent) return [];
    const places = standards.map(({ key, categories }) => placeOf(levels.places[columnsOf(template).indexOf(key)]!, categories));
    return [{
      organisationId: row.organisation_id, group: groupOf(template, standing), area: row.area_name ?? '',
      said: [...places, ...questions.map(({ section, question, subject: { categories } }) => categories.findIndex(({ key }) => key === saidTo(respondent, template, section, question)))],
    }];
  });
  return {
    asked: standings.length, subjects: [...standards, ...questions.map(({ subject }) => subject)], minimum, labelOf,
    // so that whoever looks twice at the same answers sees the same hidden
    takingPart: takingPart.toSorted((a, b) => (a.organisationId < b.organisationId ? -1 : 1)),
  };
}

function standardSubjects(template: Template): Subject[] {
  const categories = [...levelsIn(resultScale(template)), without('not-rated', 'Not rated'), without('not-asked', 'Not asked')];
  const standards = standardsOf(template).map(({ key, ref, title }): Subject => ({ kind: 'standard', key, standard: key, ref, title, categories }));
  const overall: Subject = { kind: 'overall', key: OVERALL, standard: OVERALL, ref: '', title: 'The whole return', categories };
  // of one standard alone the whole return would say the same again
  return standards.length > 1 ? [overall, ...standards] : standards;
}

interface Released {
  readonly subject: Subject;
  readonly section: Section;
  readonly question: Question;
}

export const ratedQuestions = ({ sections }: Template) => sections.flatMap(({ questions }) => questions.filter(({ type }) => type === 'level'));

/**
 * The only rated question of a standard is left out: its figures are those of the standard, and what is hidden in one of two tables
 * alike must not stand in the other.
 */
function releasedQuestions(template: Template): Released[] {
  return template.sections.flatMap((section) => {
    const rated = section.questions.filter(({ type }) => type === 'level');
    if (rated.length < 2) return [];
    return rated.map((question) => ({ section, question, subject: questionSubject(template, section, question) }));
  });
}

function questionSubject(template: Template, { key: standard }: Section, { key, ref, title, scale }: Question): Subject {
  const levels = levelsIn(scaleOf(template, scale)?.levels ?? []);
  return { kind: 'question', key, standard, ref, title, categories: [...levels, without('not-applicable', 'Not applicable'), without('unanswered', 'Not answered'), without('not-asked', 'Not asked')] };
}

const levelsIn = (scale: readonly Level[]): Category[] => scale.map(({ key, word, letter, colour, meets }) => ({ key, word, letter, colour, meets }));
const without = (key: string, word: string): Category => ({ key, word, letter: '', colour: '', meets: null });

function placeOf(place: number, categories: readonly Category[]): number {
  if (place >= 0) return place;
  return categories.findIndex(({ key }) => key === (place === NOT_ASKED ? 'not-asked' : 'not-rated'));
}

function saidTo(respondent: Respondent, template: Template, section: Section, question: Question): string {
  const told = toldBy(respondent, { template, section, question });
  return typeof told === 'string' ? told : told.level;
}

function groupOf({ audience }: Template, { row: { phase, sector } }: Standing): string {
  return peerGroupOf({ kind: audience, phase, sector })?.key ?? '';
}

const labelOf = {
  group: (key: string) => peerGroups.find((group) => group.key === key)?.label ?? 'Group not known',
  area: (key: string) => key || 'No area',
} as const;
