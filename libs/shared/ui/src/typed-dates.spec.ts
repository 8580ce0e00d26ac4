import { describe, expect, it } from '@jest/globals';
import { asTyped, isoFrom } from './typed-dates';

describe('a date as people type it', () => {
  it.each([
    ['14/09/2026', '2026-09-14'], ['1/2/2027', '2027-02-01'], [' 14.9.2026 ', '2026-09-14'], ['14 09 2026', '2026-09-14'], ['14/09/26', '2026-09-14'],
    ['14th September 2026', '2026-09-14'], ['2026-09-14', '2026-09-14'],
  ])('is read: %s', (typed, iso) => {
    expect(isoFrom(typed)).toBe(iso);
  });

  it.each(['', '31/02/2027', 'soon', '14/13/2026', '14 Smarch 2026'])('is no day: "%s"', (typed) => {
    expect(isoFrom(typed)).toBeNull();
  });

  it('is written the same way', () => {
    expect(asTyped('2026-09-14')).toBe('14/09/2026');
  });
});
