import { describe, expect, it } from '@jest/globals';
import { levelOf, percentOf } from './score';

const bands = [{ level: 'green', from: 80 }, { level: 'amber', from: 50 }, { level: 'red', from: 0 }];

describe('a score', () => {
  it.each([
    [0, 0, null, null],
    [0, 60, 'red', 0],
    [29, 60, 'red', 48.3],
    [30, 60, 'amber', 50],
    [47, 60, 'amber', 78.3],
    [48, 60, 'green', 80],
    [60, 60, 'green', 100],
    [1249, 2500, 'red', 50], // 49.96%: rounds to 50 and is still red
    [1, 2000, 'red', 0.1], // 0.05%: halves go up
  ])('%d of %d is %s at %s%%', (won, available, level, percent) => {
    expect(levelOf({ won, available }, bands)).toBe(level);
    expect(percentOf({ won, available })).toBe(percent);
  });
});
