import { minimumAlike } from '../minimum-group';
import { changedBy, countsOf, type Change, type Cohort, type Counts, type Place } from './counts';

export interface Question {
  readonly cohorts: readonly Cohort[];
  readonly lines: number;
  readonly categories: number;
  /** The first so many of the categories are levels. */
  readonly levels: number;
  /** A number above 0 and below this is small. */
  readonly fewest: number;
  /** To be hidden whatever they are, for the sake of what was published before. */
  readonly kept: readonly Place[];
}

export interface Hidden {
  readonly counts: Counts;
  readonly isHidden: (place: Place) => boolean;
  /** Why a hidden number cannot be told: who might as well have said something else, so that everything shown would be the same. */
  readonly doubt: (place: Place) => readonly Change[];
}

/**
 * What is hidden of the tables of one question, whichever lines they have: every small number, every group that is all alike, and
 * as many more as it takes that no hidden number can be worked out from all the tables together.
 *
 * The proof goes with it. For each hidden number there is a `doubt`: one or two organisations that might have said something else,
 * with everything that is shown as it is, here and for every other question, and who stands in which line as it is: so that even
 * somebody who knows exactly who took part, and what every other question was answered, cannot tell. Any one change of an
 * organisation of the line will do if no other is at hand, so there always is one; hiding more never takes one away.
 */
export function hide(question: Question): Hidden {
  const { cohorts, lines, categories } = question;
  const counts = countsOf(cohorts, lines, categories);
  const doubts = new Map<number, readonly Change[]>();
  const hidden = new Set<number>();
  const at = ({ line, category }: Place) => line * categories + category;
  const hiddenFirst = placesIn(lines, categories).filter((place) => isSmall(place, counts, question));
  for (const place of [...hiddenFirst, ...question.kept]) hidden.add(at(place));
  const cost = ({ line, category }: Place) => (hidden.has(line * categories + category) ? 0 : lossOf(line, counts[line]!, category));

  // what changes all lines is seen to first: it costs most, and sees to others by the way
  for (const place of [...hiddenFirst, ...question.kept]) {
    if (doubts.has(at(place))) continue;
    const doubt = cheapest(place, question, cost);
    for (const other of changedBy(doubt, cohorts)) {
      hidden.add(at(other));
      if (!doubts.has(at(other))) doubts.set(at(other), doubt);
    }
  }
  return { counts, isHidden: (place) => hidden.has(at(place)), doubt: (place) => doubts.get(at(place)) ?? [] };
}

/** Small, or what every organisation of a line says that has a level at all, where those are few. */
function isSmall({ line, category }: Place, counts: Counts, { fewest, levels }: Question): boolean {
  const count = counts[line]![category]!;
  if (count === 0 || category >= levels) return count > 0 && count < fewest;
  const rated = counts[line]!.slice(0, levels).reduce((sum, one) => sum + one, 0);
  return count < fewest || (count === rated && count < minimumAlike);
}

/** What a reader loses with a number: the organisations in it, more for one about all, and a 0 rather less than a large one. */
function lossOf(line: number, counts: readonly number[], category: number): number {
  const everybody = counts.reduce((sum, one) => sum + one, 0);
  const loss = counts[category]! > 0 ? counts[category]! : everybody / 2;
  return line === 0 ? loss + 100 * everybody : loss;
}

function cheapest(place: Place, { cohorts, categories }: Question, cost: (place: Place) => number): readonly Change[] {
  let best: { readonly doubt: readonly Change[]; readonly loss: number } | null = null;
  for (const doubt of doubtsAbout(place, cohorts, categories)) {
    const loss = changedBy(doubt, cohorts).reduce((sum, other) => sum + cost(other), 0);
    if (best === null || loss < best.loss) best = { doubt, loss };
    if (loss === 0) break;
  }
  if (best === null) throw new Error('A line without organisations has nothing to hide');
  return best.doubt;
}

/** One organisation of the line that says another thing, alone or in exchange with one outside it. */
function* doubtsAbout({ line, category }: Place, cohorts: readonly Cohort[], categories: number): Generator<readonly Change[]> {
  for (const [cohort, { lines, counts }] of cohorts.entries()) {
    if (!lines.includes(line)) continue;
    for (let other = 0; other < categories; other += 1) {
      if (other === category) continue;
      for (const [from, to] of [[category, other], [other, category]] as const) {
        if (counts[from] === 0) continue;
        yield* exchanges({ cohort, from, to }, line, cohorts);
        yield [{ cohort, from, to }];
      }
    }
  }
}

function* exchanges(change: Change, line: number, cohorts: readonly Cohort[]): Generator<readonly Change[]> {
  for (const [cohort, { lines, counts }] of cohorts.entries()) {
    if (!lines.includes(line) && counts[change.to]! > 0) yield [change, { cohort, from: change.to, to: change.from }];
  }
}

function placesIn(lines: number, categories: number): Place[] {
  return Array.from({ length: lines * categories }, (_, at) => ({ line: Math.floor(at / categories), category: at % categories }));
}
