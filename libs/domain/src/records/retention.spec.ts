import { describe, expect, it } from '@jest/globals';
import { cutOffs, formerLabel, holdsEverything, isHeld, monthsOf, periodProblem, retention, retentionKinds } from './index';
import { monthsBefore } from './months';

describe('how long things are kept', () => {
  it.each(retentionKinds)('%s: a default within its bounds, and no way to keep for ever', (kind) => {
    const { months, least, most } = retention[kind];
    expect(least).toBeLessThanOrEqual(months);
    expect(months).toBeLessThanOrEqual(most);
    expect(periodProblem(kind, months)).toBeNull();
    expect(periodProblem(kind, least)).toBeNull();
    expect(periodProblem(kind, most)).toBeNull();
    for (const wrong of [least - 1, most + 1, months + 0.5, Number.NaN]) expect(periodProblem(kind, wrong)).toBe(`Choose a whole number of months from ${least} to ${most}.`);
  });

  it('keeps the trail longer than anything it is evidence for', () => {
    for (const kind of retentionKinds) expect(retention.trail.months).toBeGreaterThanOrEqual(retention[kind].months);
  });

  it('is what the partnership chose, or else the default', () => {
    expect(monthsOf('mail', { mail: 2 })).toBe(2);
    expect(monthsOf('mail', {})).toBe(6);
    expect(cutOffs({ mail: 2 }, '2033-12-01')).toMatchObject({ mail: '2033-10-01', returns: '2026-12-01', trail: '2023-12-01' });
  });
});

it.each([
  ['2033-12-01', 84, '2026-12-01'], ['2026-08-31', 6, '2026-02-28'], ['2028-08-31', 6, '2028-02-29'], ['2026-01-31', 1, '2025-12-31'], ['2026-03-31', 13, '2025-02-28'], ['2026-05-31', 0, '2026-05-31'],
])('%s, %i months before: %s', (date, months, expected) => expect(monthsBefore(date, months)).toBe(expected));

describe('what is held', () => {
  const ours = { organisationId: 'oakfield', roundId: 'r26' };
  it.each([
    ['nothing', [], false],
    ['the organisation', [{ organisationId: 'oakfield', roundId: null }], true],
    ['another organisation', [{ organisationId: 'elm', roundId: null }], false],
    ['the round', [{ organisationId: null, roundId: 'r26' }], true],
    ['another round', [{ organisationId: null, roundId: 'r25' }], false],
    ['this return', [{ organisationId: 'oakfield', roundId: 'r26' }], true],
    ['the organisation in another round', [{ organisationId: 'oakfield', roundId: 'r25' }], false],
    ['everything', [{ organisationId: null, roundId: null }], true],
    ['one of several', [{ organisationId: 'elm', roundId: null }, { organisationId: null, roundId: 'r26' }], true],
  ])('by a hold on %s', (_, holds, held) => expect(isHeld(ours, holds)).toBe(held));

  it('is everything only where a hold names nothing', () => {
    expect(holdsEverything([{ organisationId: null, roundId: 'r26' }])).toBe(false);
    expect(holdsEverything([{ organisationId: 'oakfield', roundId: null }, { organisationId: null, roundId: null }])).toBe(true);
  });
});

it('calls whoever was erased by what they did', () => {
  expect(formerLabel('lead', '7F3K')).toBe('Former lead 7F3K');
  expect(formerLabel(null, '7F3K')).toBe('Former colleague 7F3K');
});
