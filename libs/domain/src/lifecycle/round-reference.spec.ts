import { describe, expect, it } from '@jest/globals';
import { roundReference } from './index';

describe('the reference of a round', () => {
  it.each([
    ['section-175', '2026-27', [], 'S175-2627'],
    ['section-11', '2026-27', [], 'S11-2627'],
    ['case-audit', '2026', [], 'CA-26'],
    ['health-check', 'spring', [], 'HC'],
    ['section-11', '2026-27', ['S11-2627', 'S11-2627-2'], 'S11-2627-3'],
  ])('of %s, %s, when %j are taken, is %s', (code, edition, taken, reference) => {
    expect(roundReference({ code, edition }, taken)).toBe(reference);
  });
});
