import { describe, expect, it } from '@jest/globals';
import { acceptsAnswers, boardState, daysUntil, isLate, type Standing } from './index';

const aStanding = (facts: Partial<Standing>): Standing =>
  ({ submissionState: 'not-started', submittedOn: null, due: '2026-01-31', final: '2026-02-28', today: '2026-01-31', ...facts });

describe('the board', () => {
  it.each<[Partial<Standing>, string]>([
    [{}, 'not-started'],
    [{ submissionState: 'in-progress' }, 'in-progress'],
    [{ submissionState: 'signing' }, 'signing'],
    [{ submissionState: 'signing', today: '2026-02-01' }, 'overdue'],
    [{ today: '2026-02-01' }, 'overdue'],
    [{ submissionState: 'in-progress', today: '2026-02-01' }, 'overdue'],
    [{ submissionState: 'submitted', submittedOn: '2026-01-31', today: '2026-06-01' }, 'submitted'],
    [{ submissionState: 'accepted', submittedOn: '2026-01-31' }, 'submitted'],
    [{ submissionState: 'submitted', submittedOn: '2026-02-01' }, 'submitted-late'],
    [{ submissionState: 'accepted', submittedOn: '2026-03-01' }, 'submitted-late'],
    [{ submissionState: 'reopened', submittedOn: '2026-01-20', today: '2026-02-28' }, 'in-progress'],
    [{ submissionState: 'reopened', submittedOn: '2026-01-20', today: '2026-03-01' }, 'overdue'],
    [{ exempt: true, today: '2026-06-01' }, 'exempt'],
  ])('shows %j as %s', (facts, state) => {
    expect(boardState(aStanding(facts))).toBe(state);
  });

  it('calls late what was handed in after the due date, and nothing else', () => {
    expect(isLate(aStanding({ submittedOn: '2026-02-01' }))).toBe(true);
    expect(isLate(aStanding({ submittedOn: '2026-01-31' }))).toBe(false);
    expect(isLate(aStanding({ today: '2026-06-01' }))).toBe(false);
  });
});

describe('a round', () => {
  it.each([
    ['open', '2026-02-28', { accepts: true }],
    ['open', '2026-03-01', { accepts: false, because: 'past-final', detail: 'The final date was 2026-02-28.' }],
    ['draft', '2026-01-01', { accepts: false, because: 'round-draft', detail: 'The round has not opened yet.' }],
    ['closed', '2026-01-01', { accepts: false, because: 'round-closed', detail: 'The round is closed.' }],
  ] as const)('that is %s on %s', (state, today, acceptance) => {
    expect(acceptsAnswers({ state, final: '2026-02-28' }, today)).toEqual(acceptance);
  });
});

describe('days until a deadline', () => {
  it.each([
    ['2026-12-11', '2026-12-11', 0],
    ['2026-12-11', '2026-11-23', 18],
    ['2026-03-28', '2026-03-30', -2],
  ])('%s seen from %s', (date, today, days) => {
    expect(daysUntil(date, today)).toBe(days);
  });
});
