import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { rounds } from './arbitraries';
import { releaseOf } from './release';
import { lineFor, standingAmong } from './standing';
import type { Published } from '../protect';

const category = (key: string, meets: boolean | null) => ({ key, word: key, letter: '', colour: '', meets });
const categories = [category('green', true), category('amber', false), category('red', false), category('not-rated', null)];
const among = (level: string, counts: Published[], returned: number) => standingAmong(level, { categories, counts: [counts] }, 0, returned);

describe('where a level stands among what was published', () => {
  it.each<[string, Published[], number, string | null]>([
    ['green', [10, 20, 8, 0], 38, 'higher'],
    ['amber', [20, 10, 8, 0], 38, 'lower'],
    ['amber', [10, 20, 8, 0], 38, 'in line'],
    ['green', [19, 19, 0, 0], 38, 'in line'],
    ['amber', [10, 8, 0, 20], 38, 'lower'],
    // sixteen are hidden: whichever they are, more than half are green or not
    ['amber', [22, 'c', 'c', 0], 38, 'lower'],
    ['amber', ['c', 20, 'c', 0], 38, 'in line'],
    ['amber', ['c', 10, 'c', 0], 38, null],
    ['green', ['c', 'c', 'c', 'c'], 38, null],
    ['blue', [10, 20, 8, 0], 38, null],
    ['not-rated', [10, 20, 8, 0], 38, null],
  ])('%s beside %j of %i is %s', (level, counts, returned, expected) => {
    expect(among(level, counts, returned)).toBe(expected);
  });

  it('is true of those who were counted whenever it is said, and is said more often than not', () => {
    let [said, asked] = [0, 0];
    fc.assert(fc.property(rounds, fc.constantFrom('p', 's', 'nobody'), fc.constantFrom('green', 'amber', 'red', 'not-applicable'), (closed, group, level) => {
      const release = releaseOf(closed);
      const { at, line } = lineFor(group, release);
      const keys = at === 0 ? null : release.groups[at - 1]!.keys;
      release.figures.forEach((figure, subject) => {
        const places = closed.takingPart.filter((one) => keys === null || keys.includes(one.group)).map((one) => one.said[subject]!);
        expect(places).toHaveLength(line.returned);
        const own = figure.categories.findIndex(({ key, meets }) => key === level && meets !== null);
        const rated = places.filter((place) => figure.categories[place]!.meets !== null);
        const [better, worse] = [rated.filter((place) => place < own).length, rated.filter((place) => place > own).length];
        const truth = own < 0 ? null : worse * 2 > rated.length ? 'higher' : better * 2 > rated.length ? 'lower' : 'in line';
        const found = standingAmong(level, figure, at, line.returned);
        asked += 1;
        if (found !== null) said += 1;
        if (found !== null) expect(found).toBe(truth);
      });
    }), { seed: 20261126, numRuns: 1500 });
    expect(said * 2).toBeGreaterThan(asked);
  });
});
