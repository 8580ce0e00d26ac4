import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { rounds } from './arbitraries';
import { shareable } from './for-partner';
import { fewestOf, releaseOf, type Closed, type Figure, type Release } from './release';
import { workedOut } from './solver';
import type { TakingPart } from './taking-part';

const seeded = (numRuns: number) => ({ seed: 20261126, numRuns });
const together = { groups: [], areas: [] };

/** A round, and which of its organisations work in the other partnership too: mostly a few, sometimes most. */
const shared = fc.tuple(rounds, fc.array(fc.nat(9), { minLength: 70, maxLength: 70 }), fc.constantFrom(2, 2, 4, 8))
  .map(([closed, chances, below]) => ({ closed, known: new Set(closed.takingPart.filter((_, at) => chances[at]! < below).map(({ organisationId }) => organisationId)) }));

/** The figures with what the other partnership knows taken away, as its people would do it beside their own screens. */
function subtracted(figure: Figure, at: number, known: readonly TakingPart[]): Figure {
  return { ...figure, counts: [figure.counts[0]!.map((count, category) => (count === 'c' ? 'c' : count - known.filter(({ said }) => said[at] === category).length))] };
}

const both = (closed: Closed, known: ReadonlySet<string>) => ({ released: releaseOf(closed), known: closed.takingPart.filter(({ organisationId }) => known.has(organisationId)) });
const sharedOf = (closed: Closed, known: ReadonlySet<string>): Release | null => shareable({ release: releaseOf(closed), takingPart: closed.takingPart }, known).release;

describe('figures for another partnership', () => {
  it('show nothing that the release hides, and every number they show is the true one', () => {
    fc.assert(fc.property(shared, ({ closed, known }) => {
      const [release, own] = [sharedOf(closed, known), releaseOf(closed)];
      release?.figures.forEach(({ counts: [row] }, at) => row!.forEach((count, category) => {
        if (count !== 'c') expect(count).toBe(own.figures[at]!.counts[0]![category]);
      }));
    }), seeded(1500));
  });

  it('with what the other one knows taken away, leave no small number and nothing hidden that can be worked out', () => {
    let hidden = 0;
    fc.assert(fc.property(shared, ({ closed, known }) => {
      const release = sharedOf(closed, known);
      if (!release) return;
      const theirs = both(closed, known).known;
      release.figures.forEach((figure, at) => {
        const left = subtracted(figure, at, theirs);
        hidden += left.counts[0]!.filter((count) => count === 'c').length;
        expect(left.counts[0]!.filter((count) => count !== 'c' && count > 0 && count < fewestOf(closed.minimum))).toEqual([]);
        expect(workedOut(left, together, release.returned - theirs.length)).toEqual([]);
        expect(workedOut(figure, together, release.returned)).toEqual([]);
      });
    }), seeded(2500));
    expect(hidden).toBeGreaterThan(2000);
  });

  it('need that: what everybody may see tells somebody who knows some organisations of others in more than every fourth round', () => {
    const runs = fc.sample(shared, seeded(400)).filter(({ closed, known }) => sharedOf(closed, known) !== null).map(({ closed, known }) => {
      const { released, known: theirs } = both(closed, known);
      return released.figures.some((figure, at) => {
        const left = subtracted({ ...figure, counts: [figure.counts[0]!] }, at, theirs);
        return left.counts[0]!.some((count) => count !== 'c' && count > 0 && count < fewestOf(closed.minimum)) || workedOut(left, together, released.returned - theirs.length).length > 0;
      });
    });
    expect(runs.length).toBeGreaterThan(200);
    expect(runs.filter(Boolean).length).toBeGreaterThan(runs.length / 4);
  });

  it('are not shared where too few are left that the other one does not know, nor once what they were counted from is gone', () => {
    const [{ closed }] = fc.sample(shared, seeded(1)) as [{ closed: Closed }];
    const earlier = { release: releaseOf(closed), takingPart: closed.takingPart };
    const all = new Set(closed.takingPart.map(({ organisationId }) => organisationId));
    const allBut = (few: number) => new Set([...all].slice(few));
    expect(shareable(earlier, allBut(fewestOf(closed.minimum) - 1))).toMatchObject({ release: null, refused: expect.stringContaining('Fewer than') });
    expect(shareable(earlier, allBut(fewestOf(closed.minimum))).refused).toBeNull();
    expect(shareable({ ...earlier, takingPart: closed.takingPart.slice(1) }, new Set())).toMatchObject({ release: null, refused: expect.stringContaining('disposed') });
  });
});
