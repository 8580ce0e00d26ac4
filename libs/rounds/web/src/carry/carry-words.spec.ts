import { describe, expect, it } from '@jest/globals';
import { answersInWords, countsInWords, named } from './carry-words';

describe('what becomes of answers, in words', () => {
  it.each([
    [{ kept: 12, toCheck: 2, setAside: 1 }, '12 answers stay as they are, 2 are to be checked, and 1 is set aside.', '12 kept, 2 to check, 1 set aside'],
    [{ kept: 1, toCheck: 1, setAside: 0 }, '1 answer stays as it is, 1 is to be checked, and 0 are set aside.', '1 kept, 1 to check'],
    [{ kept: 0, toCheck: 0, setAside: 0 }, '0 answers stay as they are, 0 are to be checked, and 0 are set aside.', 'None'],
  ])('%j', (counts, sentence, shortly) => {
    expect([countsInWords(counts), answersInWords(counts)]).toEqual([sentence, shortly]);
  });

  it('says the edition once', () => {
    expect([named({ title: 'Return 2027-28', edition: '2027-28' }), named({ title: 'Return', edition: '2027-28' })]).toEqual(['Return 2027-28', 'Return 2027-28']);
  });
});
