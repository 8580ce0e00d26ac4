import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as face from './index';
import { definitions, levelShare, meetsRate, measures, movement, overdueRate, percentage, responseRate, signs, unchangedRate, type Measure } from './index';
import * as rates from './rates';
import { tally } from '../rollup';

/** Best first. */
const rag = [{ key: 'green', meets: true }, { key: 'amber', meets: false }, { key: 'red', meets: false }];

describe('a percentage', () => {
  it.each([
    [1, 8, 0, 13], [1, 200, 0, 1], [1, 201, 0, 0], [2, 3, 1, 66.7], [1, 3, 2, 33.33], [5, 8, 1, 62.5], [1, 16, 1, 6.3], [0, 7, 0, 0], [7, 7, 1, 100],
    // 0.285 and 0.575 are less in binary than they look.
    [57, 200, 0, 29], [23, 40, 0, 58],
  ] as const)('%d of %d to %d decimals is %d', (count, base, decimals, expected) => {
    expect(percentage(count, base, decimals)).toBe(expected);
  });

  it('of nothing is not known', () => expect(percentage(0, 0)).toBeNull());

  it('is within half a unit of the truth, and never further', () => {
    fc.assert(fc.property(fc.nat(30_000), fc.nat(30_000), (a, b) => {
      const [count, base] = [Math.min(a, b), Math.max(a, b) || 1];
      expect(Math.abs(percentage(count, base, 1)! * base - count * 100)).toBeLessThanOrEqual(0.05 * base + 1e-6);
    }));
  });
});

describe('the rates', () => {
  it('of response stands on the stored denominator', () => {
    expect(responseRate({ submitted: 415, denominator: 419 }, 1)).toEqual({ count: 415, base: 419, percentage: 99 });
    expect(responseRate({ submitted: 0, denominator: 0 })).toEqual({ count: 0, base: 0, percentage: null });
  });

  it('of meeting the standard asks the scale what meets it', () => {
    const counted = tally([{ level: 'green' }, { level: 'amber' }, { level: 'red' }, 'not-applicable'], rag);
    expect(meetsRate(counted, rag)).toEqual({ count: 1, base: 3, percentage: 33 });
    expect(meetsRate(counted, rag.map((level) => ({ ...level, meets: level.key !== 'red' }))).count).toBe(2);
  });
});

describe('movement', () => {
  it.each([[2, 0, 'up'], [0, 1, 'down'], [1, 1, 'same'], [null, 1, null], [1, null, null], [-1, 1, null]] as const)('from %s to %s is %s', (previous, now, expected) => {
    expect(movement(previous, now)).toBe(expected);
  });
});

describe('the list of measures', () => {
  const all = Object.values<Measure>(measures);

  it('defines every percentage that can be worked out, and each once', () => {
    const defined = all.flatMap((measure) => (measure.unit === 'per cent' ? [measure.of] : []));
    expect(new Set(defined)).toEqual(new Set(Object.values(rates)));
    expect(defined).toHaveLength(Object.values(rates).length);
    for (const rate of Object.values(rates)) expect(Object.values(face)).toContain(rate);
  });

  it('has one key and one name for each, and words for all', () => {
    for (const part of ['key', 'name', 'formula'] as const) expect(new Set(all.map((one) => one[part])).size).toBe(all.length);
    for (const { key } of all) expect(key).toMatch(/^[a-z]+(-[a-z]+)*$/);
    for (const { formula, base } of all) expect([formula, base].every((text) => /^[A-Z].*\.$/.test(text))).toBe(true);
  });

  it('is what the definitions are printed from', () => {
    expect(definitions().map(({ key }) => key)).toEqual(all.map(({ key }) => key));
    expect(definitions().find(({ key }) => key === 'meets')).toMatchObject({ name: 'Per cent meeting', signs: ['[c]', '[x]', '[b]', '[low]', '[r]', '[p]'] });
  });

  it('uses every sign there is', () => {
    expect(new Set(all.flatMap((one) => one.signs))).toEqual(new Set(Object.keys(signs)));
  });

  it('knows nothing of a base of nothing', () => {
    expect([
      responseRate({ submitted: 0, denominator: 0 }), meetsRate({ counts: {}, base: 0 }, rag), levelShare({ counts: {}, base: 0 }, 'green'),
      overdueRate({ overdue: 0, open: 0 }), unchangedRate({ unchanged: 0, both: 0 }),
    ]).toEqual(Array(5).fill({ count: 0, base: 0, percentage: null }));
  });
});
