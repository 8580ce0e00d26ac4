import { describe, expect, it } from '@jest/globals';
import { oneToFour, rag } from './builders';
import { sameScale } from './points';

describe('whether two scales can be compared', () => {
  const [green, amber, red] = rag.levels as [typeof rag.levels[0], typeof rag.levels[0], typeof rag.levels[0]];

  it.each([
    ['the same scale with other words', { ...rag, levels: [{ ...green, word: 'Met' }, amber, red] }, true],
    ['another level', { ...rag, levels: [{ ...green, key: 'blue' }, amber, red] }, false],
    ['another score', { ...rag, levels: [{ ...green, score: 3 }, amber, red] }, false],
    ['one level less', { ...rag, levels: [green, amber] }, false],
    ['another order', { ...rag, levels: [red, amber, green] }, false],
    ['another scale', oneToFour, false],
    ['none', undefined, false],
  ])('%s', (_, other, same) => {
    expect(sameScale(rag, other)).toBe(same);
    expect(sameScale(other, rag)).toBe(same);
  });
});
