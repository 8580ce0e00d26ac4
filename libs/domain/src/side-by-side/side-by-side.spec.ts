import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { rag } from '../questionnaire/builders';
import { sideInAddress, sideKinds, sidesIn, standsAgainst, tooFew, type Side, type Stands } from './index';

const [A, B] = ['0198c0de-7000-7000-8000-000000000001', '0198c0de-7000-7000-8000-000000000002'];

describe('what stands beside what, in an address', () => {
  it('reads what it wrote', () => {
    const side: fc.Arbitrary<Side> = fc.record({ of: fc.constantFrom(...sideKinds), id: fc.uuid(), last: fc.boolean(), place: fc.integer({ min: 1, max: 99 }) })
      .map(({ of, id, last, place }) => (of === 'partner' ? { of, id: String(place), last: false } : { of, id: of === 'everybody' ? null : id, last }));
    fc.assert(fc.property(fc.uniqueArray(side, { maxLength: 4, selector: sideInAddress }), (sides) => expect(sidesIn(sides.map(sideInAddress).join(','))).toEqual(sides)));
  });

  it.each([`organisation:${A},organisation:${A}`, 'somebody', 'organisation:', `everybody:${A}`, `last:last:area:${A}`, 'last:partner:2', 'partner:0', `partner:${A}`, `organisation:${A.toUpperCase()}'`,
    `everybody,last:everybody,area:${A},area:${B},peers:${A}`])('is not %s', (text) => expect(sidesIn(text)).toBeNull());

  it('may be nothing yet', () => expect(sidesIn('')).toEqual([]));
});

describe('how one stands against another', () => {
  const one = (level: string | null): Stands => ({ kind: 'one', level });
  const many = (green: number, amber: number, red: number): Stands => ({ kind: 'many', counts: { green, amber, red }, base: green + amber + red });

  it.each<[string, Stands, Stands, ReturnType<typeof standsAgainst>]>([
    ['a better level', one('green'), one('amber'), 'above'],
    ['the same level', one('red'), one('red'), 'in-line'],
    ['a worse level', one('red'), one('amber'), 'below'],
    ['no level', one(null), one('amber'), null],
    ['no level to stand against', one('red'), one(null), null],
    ['better than most', one('green'), many(2, 8, 2), 'above'],
    ['worse than most', one('red'), many(8, 4, 0), 'below'],
    ['neither', one('amber'), many(4, 4, 4), 'in-line'],
    ['most are better than one', many(8, 4, 0), one('red'), 'above'],
    ['few', one('green'), many(0, 4, 0), null],
    ['a larger share', many(2, 1, 0), many(5, 5, 0), 'above'],
    ['the same share of more', many(1, 1, 0), many(5, 5, 0), 'in-line'],
    ['nobody', many(0, 0, 0), many(5, 5, 0), null],
  ])('%s', (_, left, right, against) => expect(standsAgainst(left, right, rag.levels)).toBe(against));

  it('is too few below five, and nobody is not a group that could be told', () => {
    expect([0, 1, 4, 5].map((base) => tooFew(base))).toEqual([false, true, true, false]);
  });
});
