import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { peerBand } from './index';

const levels = ['blue', 'green', 'amber', 'red'];

describe('where a school stands among its peers', () => {
  it.each([
    ['green', { blue: 1, green: 1, amber: 3, red: 1 }, 'higher'],
    ['green', { blue: 4, green: 1, amber: 1 }, 'lower'],
    ['green', { blue: 3, amber: 3 }, 'in line'],
    ['blue', { blue: 3, green: 3 }, 'in line'],
    ['red', { red: 6, green: 1 }, 'in line'],
  ])('%s among %j is %s', (own, peers, band) => {
    expect(peerBand({ own, peers, levels })).toMatchObject({ suppressed: false, band });
  });

  it('is not said of fewer than five', () => {
    expect(peerBand({ own: 'green', peers: { green: 2, amber: 2 }, levels })).toEqual({ suppressed: true, reason: 'small-group' });
    expect(peerBand({ own: 'green', peers: {}, levels, minimum: 0 })).toEqual({ suppressed: true, reason: 'small-group' });
  });

  it('is not said of fewer than the partnership asks for', () => {
    expect(peerBand({ own: 'green', peers: { green: 5, amber: 2 }, levels, minimum: 8 })).toEqual({ suppressed: true, reason: 'small-group' });
  });

  it('looks the same when peers are too few and when they are all alike', () => {
    expect(peerBand({ own: 'green', peers: { red: 9 }, levels })).toEqual(peerBand({ own: 'green', peers: { red: 2 }, levels }));
  });

  it('is a band without numbers by level when ten or more are all alike', () => {
    expect(peerBand({ own: 'green', peers: { red: 10 }, levels })).toEqual({ suppressed: false, band: 'higher', n: 10, counts: null });
  });

  it('comes with numbers by level only when none of them is small', () => {
    expect(peerBand({ own: 'green', peers: { green: 7, amber: 5 }, levels })).toMatchObject({ counts: { blue: 0, green: 7, amber: 5, red: 0 } });
    expect(peerBand({ own: 'green', peers: { green: 7, amber: 4 }, levels })).toMatchObject({ counts: null });
  });

  it('needs a rating of its own', () => {
    expect(peerBand({ own: null, peers: { green: 7, amber: 5 }, levels })).toEqual({ suppressed: true, reason: 'not-rated' });
  });

  it('never shows a number from one to four, and never the whole of a group that is all alike', () => {
    const peers = fc.record({ blue: fc.nat(12), green: fc.nat(12), amber: fc.nat(12), red: fc.nat(12) });
    fc.assert(fc.property(fc.constantFrom(...levels), peers, (own, spread) => {
      const found = peerBand({ own, peers: spread, levels });
      if (found.suppressed) return;
      expect(found.n).toBeGreaterThanOrEqual(5);
      const shown = Object.values(found.counts ?? {}).filter((count) => count > 0);
      expect(shown.every((count) => count >= 5)).toBe(true);
      expect(shown).not.toHaveLength(1);
    }));
  });
});
