import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sittingsOf } from './index';

describe('what somebody wrote at one sitting', () => {
  const minute = 60_000;
  const saving = (at: number, personId = 'ann', more: { questionId?: string; alone?: boolean } = {}) => ({ at: at * minute, personId, questionId: 'q1', alone: false, ...more });
  const minutes = (savings: Parameters<typeof sittingsOf>[0]) => sittingsOf(savings).map((sitting) => sitting.map(({ at }) => at / minute));

  it.each([
    ['nothing', [], []],
    ['one save after the other', [saving(0), saving(1), saving(2)], [[0, 1, 2]]],
    ['ten minutes of thinking', [saving(0), saving(10)], [[0, 10]]],
    ['a longer pause', [saving(0), saving(10.1)], [[0], [10.1]]],
    ['a long sitting with short pauses', [saving(0), saving(9), saving(18), saving(27)], [[0, 9, 18, 27]]],
    ['a colleague in between', [saving(0), saving(1, 'ben'), saving(2)], [[0], [1], [2]]],
    ['other words of the question', [saving(0), saving(1, 'ann', { questionId: 'q2' })], [[0], [1]]],
    ['a confirmation', [saving(0), saving(1, 'ann', { alone: true }), saving(2)], [[0], [1], [2]]],
  ])('with %s', (_, savings, expected) => {
    expect(minutes(savings)).toEqual(expected);
  });

  it('loses no save and turns none around', () => {
    fc.assert(fc.property(fc.array(fc.record({ at: fc.nat(5_000_000), personId: fc.constantFrom('ann', 'ben'), questionId: fc.constantFrom('q1', 'q2'), alone: fc.boolean() })), (savings) => {
      expect(sittingsOf(savings).flat()).toEqual(savings);
    }));
  });
});
