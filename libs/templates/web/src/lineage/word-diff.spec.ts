import { expect, it } from '@jest/globals';
import { wordDiff } from './word-diff';

const said = (before: string, after: string) => wordDiff(before, after).map(({ kind, text }) => ({ same: text, added: `+${text}`, removed: `-${text}` })[kind]).join(' ');

it('says what was put in the place of what', () => expect(said('Do you train all staff?', 'Do you train all staff and volunteers?')).toBe('Do you train all -staff? +staff and volunteers?'));
it('finds nothing in what is the same', () => expect(said('Do you  train?', 'Do you train?')).toBe('Do you train?'));
it('says all of what is new, and all of what is gone', () => expect([said('', 'New words'), said('Old words', '')]).toEqual(['+New words', '-Old words']));
it('gives both texts back', () => {
  const [before, after] = ['a b c d e', 'b x d y e z'];
  const without = (kind: string) => wordDiff(before, after).filter((piece) => piece.kind !== kind).map(({ text }) => text).join(' ');
  expect([without('added'), without('removed')]).toEqual([before, after]);
});
