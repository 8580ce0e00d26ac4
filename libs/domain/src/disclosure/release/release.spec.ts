import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { publishable } from './again';
import { rounds, subjectOf } from './arbitraries';
import type { Change, Cohort } from './counts';
import { hide } from './hide';
import { cohortsOf, fewestOf, figureOf, releaseOf, tablesOf, type Closed, type Figure, type Tables } from './release';
import { workedOut } from './solver';
import type { TakingPart } from './taking-part';

const seeded = (numRuns: number) => ({ seed: 20261126, numRuns });

/** Counted again, and not as the program counts. */
function naively(takingPart: readonly TakingPart[], subject: number, tables: Tables, categories: number): number[][] {
  const lines = [takingPart, ...tables.groups.map(({ keys }) => takingPart.filter(({ group }) => keys.includes(group))), ...tables.areas.map(({ keys }) => takingPart.filter(({ area }) => keys.includes(area)))];
  return lines.map((line) => Array.from({ length: categories }, (_, category) => line.filter(({ said }) => said[subject] === category).length));
}

/** The same organisations, some of which said something else. */
function otherwise(takingPart: readonly TakingPart[], subject: number, tables: Tables, cohorts: readonly Cohort[], changes: readonly Change[]): TakingPart[] {
  const left = [...changes];
  return takingPart.map((one) => {
    const at = left.findIndex(({ cohort, from }) => one.said[subject] === from && linesOfOne(one, tables) === cohorts[cohort]!.lines.join());
    if (at < 0) return one;
    const [{ to }] = left.splice(at, 1) as [Change];
    return { ...one, said: one.said.map((place, which) => (which === subject ? to : place)) };
  });
}

const linesOfOne = ({ group, area }: TakingPart, { groups, areas }: Tables) => [0,
  ...groups.flatMap(({ keys }, at) => (keys.includes(group) ? [1 + at] : [])), ...areas.flatMap(({ keys }, at) => (keys.includes(area) ? [1 + groups.length + at] : []))].join();

describe('what is published of a round', () => {
  it('every number shown is the true one, and none is of a few', () => {
    fc.assert(fc.property(rounds, (closed) => {
      const release = releaseOf(closed);
      const fewest = fewestOf(closed.minimum);
      expect([...release.groups, ...release.areas].every(({ returned }) => returned >= fewest)).toBe(true);
      release.figures.forEach(({ counts, categories }, subject) => {
        const truth = naively(closed.takingPart, subject, release, categories.length).flat();
        const shown = counts.flat();
        expect(shown.map((count, at) => (count === 'c' ? truth[at] : count))).toEqual(truth);
        expect(shown.filter((count) => count !== 'c' && count > 0 && count < fewest)).toEqual([]);
      });
    }), seeded(1500));
  });

  it('each hidden number has its doubt: with one or two organisations saying something else everything shown is as it was, and that number is not', () => {
    let hidden = 0;
    fc.assert(fc.property(rounds, (closed) => {
      const tables = tablesOf(closed);
      const lines = 1 + tables.groups.length + tables.areas.length;
      closed.subjects.forEach((subject, at) => {
        const cohorts = cohortsOf(closed, tables, at);
        const found = hide({ cohorts, lines, categories: subject.categories.length, levels: 3, fewest: fewestOf(closed.minimum), kept: [] });
        const truth = naively(closed.takingPart, at, tables, subject.categories.length);
        truth.forEach((row, line) => row.forEach((count, category) => {
          if (!found.isHidden({ line, category })) return;
          hidden += 1;
          const changes = found.doubt({ line, category });
          const other = naively(otherwise(closed.takingPart, at, tables, cohorts, changes), at, tables, subject.categories.length);
          expect(other[line]![category]).not.toBe(count);
          other.forEach((otherRow, l) => otherRow.forEach((value, c) => {
            if (!found.isHidden({ line: l, category: c })) expect(value).toBe(truth[l]![c]);
          }));
        }));
      });
    }), seeded(1500));
    expect(hidden).toBeGreaterThan(5000);
  });

  it('somebody who tries, with all tables at once, works out none of the hidden numbers', () => {
    fc.assert(fc.property(rounds, (closed) => {
      const release = releaseOf(closed);
      for (const figure of release.figures) expect(workedOut(figure, release, release.returned)).toEqual([]);
    }), seeded(2500));
  });

  it('the one who tries is good at it: where small numbers alone are hidden, they are found out in more than every fourth round', () => {
    const runs = fc.sample(rounds, seeded(400)).map((closed) => {
      const tables = tablesOf(closed);
      return workedOut(onlySmallHidden(closed, tables), tables, closed.takingPart.length).length;
    });
    expect(runs.filter((found) => found > 0).length).toBeGreaterThan(400 / 4);
  });

  it('nobody learns that all of a small group said the same', () => {
    const closed = aRound([...many(8, 'p', 2), ...many(20, 's', 0), ...many(12, 's', 1)]);
    const { groups, figures } = releaseOf(closed);
    expect(groups.map(({ label, returned }) => [label, returned])).toEqual([['p', 8], ['s', 32]]);
    expect(figures[0]!.counts[1]![2]).toBe('c');
  });

  it('groups that are too few stand together', () => {
    const { groups } = releaseOf(aRound([...many(3, 'nursery', 0), ...many(4, 'college', 1), ...many(30, 'primary', 0)]));
    expect(groups.map(({ label, returned }) => [label, returned])).toEqual([['primary', 30], ['college; and nursery', 7]]);
  });

  it('a few schools of an area that are no primary schools are not found by taking the primary schools away', () => {
    const inArea = (area: string, all: TakingPart[]) => all.map((one) => ({ ...one, area }));
    const { areas, groups } = releaseOf(aRound([...inArea('m', many(20, 'p', 0)), ...inArea('m', many(3, 's', 1)), ...inArea('r', many(15, 's', 0))]));
    expect([groups.length, areas.length]).toEqual([2, 0]);
  });

  it('how many were asked is left out where it would tell of a few who did not return', () => {
    const takingPart = many(30, 'p', 0);
    expect([0, 3, 6].map((missing) => releaseOf({ ...aRound(takingPart), asked: 30 + missing }).asked)).toEqual([30, null, 36]);
  });
});

describe('figures that are published again', () => {
  const before = aRound([...many(30, 'p', 0), ...many(12, 'p', 1), ...many(20, 's', 0), ...many(9, 's', 2)]);
  const first = { release: releaseOf(before), takingPart: before.takingPart };
  const changed = (few: number): Closed => ({ ...before, takingPart: before.takingPart.map((one, at) => (at < few ? { ...one, said: [1] } : one)) });

  it('are not while nothing, or too little, has changed', () => {
    expect(publishable(before, [first])).toMatchObject({ release: null, changed: 0 });
    expect(publishable(changed(5), [first])).toMatchObject({ release: null, changed: 5, refused: expect.stringContaining('Only 5 organisations') });
    expect(publishable(changed(6), [first])).toMatchObject({ refused: null, changed: 6 });
  });

  it('are not while a few came or went, nor when they differ little from any that were published', () => {
    expect(publishable({ ...changed(8), takingPart: [...changed(8).takingPart, { ...many(1, 'p', 0)[0]!, organisationId: 'new' }] }, [first])).toMatchObject({ release: null });
    const second = { release: releaseOf(changed(20)), takingPart: changed(20).takingPart };
    expect(publishable(changed(2), [first, second])).toMatchObject({ release: null, changed: 2 });
  });

  it('are not of fewer than a group and one more', () => {
    expect(publishable(aRound(many(5, 'p', 0)), [])).toMatchObject({ release: null });
  });

  it('whatever changes: no number differs by a few from the one shown before, none shows that was hidden, and none can be worked out', () => {
    let again = 0;
    fc.assert(fc.property(rounds, fc.array(fc.tuple(fc.nat(1), fc.nat(3)), { minLength: 6, maxLength: 70 }), (closed, changes) => {
      const takingPart = closed.takingPart.map((one, at) => {
        const [subject, to] = changes[at] ?? [-1, 0];
        return { ...one, said: one.said.map((place, which) => (which === subject ? to : place)) };
      });
      const published = releaseOf(closed);
      const { release } = publishable({ ...closed, takingPart }, [{ release: published, takingPart: closed.takingPart }]);
      if (!release) return;
      again += 1;
      release.figures.forEach((figure, subject) => {
        const then = published.figures[subject]!.counts.flat();
        figure.counts.flat().forEach((count, at) => {
          const old = then[at]!;
          if (count === 'c') return;
          expect(old).not.toBe('c');
          expect(Math.abs(count - Number(old)) > 0 && Math.abs(count - Number(old)) < fewestOf(closed.minimum)).toBe(false);
        });
        expect(workedOut(figure, release, release.returned)).toEqual([]);
      });
    }), seeded(1500));
    expect(again).toBeGreaterThan(300);
  });
});

function many(size: number, group: string, said: number): TakingPart[] {
  return Array.from({ length: size }, () => ({ organisationId: '', group, area: 'm', said: [said] }));
}

function aRound(takingPart: readonly TakingPart[]): Closed {
  return {
    minimum: 5, asked: takingPart.length, subjects: [subjectOf('1')], labelOf: { group: (key) => key, area: (key) => key },
    takingPart: takingPart.map((one, at) => ({ ...one, organisationId: `o${at}` })),
  };
}

/** As many tables are protected: the small numbers, and nothing to keep them from being worked out. */
function onlySmallHidden(closed: Closed, tables: Tables): Figure {
  const figure = figureOf(closed, tables, 0, []);
  const counts = naively(closed.takingPart, 0, tables, figure.categories.length);
  return { ...figure, counts: counts.map((row) => row.map((count) => (count > 0 && count < fewestOf(closed.minimum) ? 'c' : count))) };
}
