import { describe, expect, it } from '@jest/globals';
import { aQuestion, aSection, aTemplate, notApplicable, rag, rated } from '../questionnaire/builders';
import { tally, toldTo } from '../rollup';
import { levelShare, meetsRate, percentage, responseRate } from './index';

/** What partnerships and councils have printed, from the counts they printed beside it. */
describe('published figures come out as they were published', () => {
  it.each([
    ['Devon, Section 175: all but 4 of 419 schools', 415, 419, 1, 99],
    ['North Tyneside, Section 11 in schools: 69 of 78 returned', 69, 78, 0, 88],
    ['Cambridgeshire and Peterborough 2020, question 8: 23 of 26 agencies green', 23, 26, 0, 88],
    ['Cambridgeshire and Peterborough 2020, question 6: all 26 agencies green', 26, 26, 0, 100],
    ['Department for Education, January 2024: primary schools', 16_764, 24_453, 1, 68.6],
    ['Department for Education, January 2024: nursery schools', 381, 24_453, 1, 1.6],
  ] as const)('%s', (_, count, base, decimals, published) => {
    expect(percentage(count, base, decimals)).toBe(published);
  });

  it('and a rate of return stands on those in scope', () => {
    expect(responseRate({ submitted: 69, denominator: 78 }, 1)).toEqual({ count: 69, base: 78, percentage: 88.5 });
  });
});

describe('a table of 26 agencies, question by question', () => {
  // Sums of rounded shares need not make a hundred: 4 and 22 of 26 are 15 % and 85 %, 3, 7 and 16 are 12 %, 27 % and 62 %.
  const table = [
    { green: 26, amber: 0, red: 0, exempted: 0, printed: [100, 0, 0], meets: 100 },
    { green: 23, amber: 3, red: 0, exempted: 0, printed: [88, 12, 0], meets: 88.5 },
    { green: 22, amber: 3, red: 1, exempted: 0, printed: [85, 12, 4], meets: 84.6 },
    { green: 16, amber: 7, red: 3, exempted: 0, printed: [62, 27, 12], meets: 61.5 },
    // two to whom it does not apply: this question stands on 24, and its neighbours on 26
    { green: 20, amber: 3, red: 1, exempted: 2, printed: [83, 13, 4], meets: 83.3 },
  ];
  const question = aQuestion('1.1');
  const template = aTemplate([aSection('1', [question])]);

  it.each(table)('$green green, $amber amber, $red red, $exempted not applicable', ({ exempted, printed, meets, ...levels }) => {
    const answers = [...Object.entries(levels).flatMap(([level, count]) => Array.from({ length: count }, () => rated(level))), ...Array.from({ length: exempted }, () => notApplicable())];
    const counted = tally(answers.map((answer) => toldTo(template, question, true, answer)), rag.levels);
    expect(counted).toMatchObject({ base: 26 - exempted, notApplicable: exempted });
    expect(rag.levels.map(({ key }) => levelShare(counted, key).percentage)).toEqual(printed);
    expect(meetsRate(counted, rag.levels, 1).percentage).toBe(meets);
  });
});
