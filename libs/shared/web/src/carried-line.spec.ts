import { describe, expect, it } from '@jest/globals';
import { carriedInWords } from './carried-line';

describe('what changed in a return, in words', () => {
  const carried = { at: '2026-11-22T12:00:00Z', from: { versionId: 'v', edition: '2026-27', title: 'Return' }, kept: 0, toCheck: 0, left: 0, setAside: 0, added: 0 };
  it.each([
    [{ kept: 12, toCheck: 3, left: 2, setAside: 1, added: 1 }, '12 answers kept, 2 answers to check, 1 answer set aside, 1 new question'],
    [{ kept: 1, toCheck: 1 }, '1 answer kept'],
    [{}, 'nothing you need to do'],
  ])('%j', (counts, sentence) => expect(carriedInWords({ ...carried, ...counts })).toBe(sentence));
});
