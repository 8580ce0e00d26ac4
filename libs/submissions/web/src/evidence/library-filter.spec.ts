import { describe, expect, it } from '@jest/globals';
import { aPiece } from './builders';
import { NOWHERE, everything, narrowed, usesInWords } from './library-filter';

const use = (ref: string, round = 'r1') => ({ submissionId: 's1', questionId: ref, ref, round: { id: round, name: `Round ${round}` }, signed: false });
const all = [
  aPiece({ id: 'used', uses: [use('2.3'), use('2.4'), use('1.1', 'r2')] }),
  aPiece({ id: 'late', reviewBy: '2026-11-21', expired: true, revision: { by: 'Sam' } }),
  aPiece({ id: 'soon', reviewBy: '2027-01-21', revision: { by: 'Sam' } }),
  aPiece({ id: 'far', reviewBy: '2027-01-22' }),
];

describe('the library', () => {
  it.each([
    ['everything', {}, ['used', 'late', 'soon', 'far']], ['a round', { usedIn: 'r2' }, ['used']], ['nowhere', { usedIn: NOWHERE }, ['late', 'soon', 'far']],
    ['a review date that has passed', { review: 'passed' as const }, ['late']], ['one within sixty days', { review: 'soon' as const }, ['soon']], ['none', { review: 'none' as const }, ['used']],
    ['who brought it', { by: 'Sam' }, ['late', 'soon']], ['both', { by: 'Sam', review: 'soon' as const }, ['soon']],
  ])('is narrowed to %s', (_, filter, expected) => {
    expect(narrowed(all, { ...everything, ...filter }, '2026-11-22').map(({ id }) => id)).toEqual(expected);
  });

  it('says where a piece is used', () => expect(usesInWords(all[0]!)).toEqual(['2.3 and 2.4 in Round r1', '1.1 in Round r2']));
});
