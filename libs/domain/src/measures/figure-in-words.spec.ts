import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { rag } from '../questionnaire/builders';
import { figureInWords } from './figure-in-words';

const nobody = { notRated: 0, notAsked: 0, notReturned: 0 };

describe('a figure over organisations in words', () => {
  it('names the counts that made it, and apart from them who is left out', () => {
    expect(figureInWords({ counts: { green: 30, amber: 6, red: 2 }, base: 38 }, { notRated: 3, notAsked: 2, notReturned: 20 }, rag.levels)).toEqual([
      '30 of 38 organisations rated meet it (78.9%): 30 Green.', 'Below it: 6 Amber, 2 Red.', 'Left out: 3 not rated, 2 not asked, 20 not returned.',
    ]);
  });

  it('says what there is to say', () => {
    expect(figureInWords({ counts: { green: 2 }, base: 2 }, nobody, rag.levels)).toEqual(['2 of 2 organisations rated meet it (100%): 2 Green.']);
    expect(figureInWords({ counts: { red: 1 }, base: 1 }, nobody, rag.levels)).toEqual(['0 of 1 organisations rated meet it (0%).', 'Below it: 1 Red.']);
    expect(figureInWords({ counts: {}, base: 0 }, { ...nobody, notReturned: 7 }, rag.levels)).toEqual(['No organisation is rated.', 'Left out: 7 not returned.']);
  });

  it('accounts for everybody', () => {
    const some = fc.nat(50);
    fc.assert(fc.property(fc.tuple(some, some, some), fc.tuple(some, some, some), ([green, amber, red], [notRated, notAsked, notReturned]) => {
      const [, ...rest] = figureInWords({ counts: { green, amber, red }, base: green + amber + red }, { notRated, notAsked, notReturned }, rag.levels);
      const told = rest.join(' ').match(/\d+(?= \w)/g)?.map(Number) ?? [];
      expect(told.reduce((sum, count) => sum + count, green)).toBe(green + amber + red + notRated + notAsked + notReturned);
    }));
  });
});
