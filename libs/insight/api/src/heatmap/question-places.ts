import { questionsOf, scaleOf, type Level, type Question, type Section, type Template } from '@attest/domain/questionnaire';
import { meetsRate } from '@attest/domain/measures';
import type { DistributionView } from '../insight.dto';
import { levelsOf, questionBefore, type AskedIn } from '../question-figures';
import { askedReader, type EarlierEdition, type Edition } from '../respondents';
import type { AnswersRow, Returned } from '../insight.queries';

/** Places in a question's own scale, 0 the best; below 0 there is no level, and this says why. An answer that is not rated stands at 0 of no levels. */
export const UNANSWERED = -1;
export const NOT_ASKED = -2;
export const NOT_APPLICABLE = -3;

/** A question as a column. */
export interface QuestionColumn extends AskedIn {
  /** None where it is not rated. */
  readonly levels: readonly Level[];
}

export const columnsIn = (template: Template, section: Section): QuestionColumn[] => section.questions.map((question) => columnOf({ template, section, question }));

const columnOf = (asked: AskedIn): QuestionColumn => ({ ...asked, levels: levelsOf(asked) });

/** The rated questions of an edition, in printed order; of one standard, or of all. */
export function questionColumns(template: Template, standard?: string): QuestionColumn[] {
  const sections = template.sections.filter(({ key }) => standard === undefined || key === standard);
  return sections.flatMap((section) => columnsIn(template, section)).filter(({ question }) => question.type === 'level');
}

/** The same questions in the edition before; null where a level does not mean the same there. */
export const columnsBefore = (columns: readonly AskedIn[], before: Template): (QuestionColumn | null)[] => columns.map((column) => {
  const then = questionBefore(column, before);
  return then && columnOf(then);
});

/** How many stand at each place of a column. Answers that are not rated neither meet nor miss anything. */
export function distributionAt(all: readonly Int8Array[], { levels }: QuestionColumn, at: number): DistributionView {
  const totals = new Uint32Array(levels.length + 4);
  for (const places of all) totals[places[at]! + 3]! += 1;
  const counts = Object.fromEntries(levels.map(({ key }, place) => [key, totals[place + 3]!]));
  const [notApplicable = 0, notAsked = 0, unanswered = 0] = [NOT_APPLICABLE, NOT_ASKED, UNANSWERED].map((place) => totals[place + 3]!);
  const base = all.length - notApplicable - notAsked - unanswered;
  return { counts, base, notApplicable, unanswered, notAsked, percentMeets: levels.length > 0 ? meetsRate({ counts, base }, levels, 1).percentage : null };
}

export type VersionedEdition = Edition & { readonly id: string };

/**
 * Reads where each return stands, column by column, from its short form: what it was asked is worked out by the rules of the domain,
 * once for all that are alike. `columns` are questions of `edition`; null for one that is not there.
 */
export function placesReader(edition: VersionedEdition, earlier: readonly EarlierEdition[], columns: readonly (AskedIn | null)[]): (row: Returned<AnswersRow>) => Int8Array {
  const itself = new Map(questionsOf(edition.template).map(({ key }) => [key, key]));
  const readers = new Map([{ ...edition, carried: itself }, ...earlier].map((one) => [one.id, reader(one, edition.template, columns)]));
  return (row) => readers.get(row.template_version_id)!(row);
}

function reader(then: EarlierEdition, now: Template, columns: readonly (AskedIn | null)[]): (row: Returned<AnswersRow>) => Int8Array {
  const layout = columns.map((column) => column && layoutOf(then, column.question));
  const askedOf = askedReader(then, now, columns.flatMap((column) => column?.question ?? []));
  const known = new WeakMap<ReadonlySet<Question>, readonly boolean[]>();
  return (row) => {
    const asked = askedOf(row);
    const isAsked = known.get(asked) ?? columns.map((column) => column !== null && asked.has(column.question));
    known.set(asked, isAsked);
    const places = new Int8Array(columns.length);
    for (let at = 0; at < places.length; at++) {
      const column = layout[at];
      places[at] = isAsked[at] && column ? column.placeOf[row.answers.charCodeAt(column.at)] ?? UNANSWERED : NOT_ASKED;
    }
    return places;
  };
}

const BEST = 'A'.charCodeAt(0);

/** Where the question stands in the edition a return was handed in on, and what its characters mean: a round only goes over to an edition with the same scales. */
function layoutOf({ template, carried }: EarlierEdition, { key, scale }: Question) {
  const placeOf: number[] = [];
  placeOf['-'.charCodeAt(0)] = NOT_APPLICABLE;
  placeOf['+'.charCodeAt(0)] = 0;
  for (const place of (scaleOf(template, scale)?.levels ?? []).keys()) placeOf[BEST + place] = place;
  return { at: questionsOf(template).findIndex((question) => carried.get(question.key) === key), placeOf };
}
