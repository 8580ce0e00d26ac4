import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { questionsOf, tidied } from '../questionnaire';
import type { Template } from '../questionnaire';
import { templates } from '../questionnaire/arbitraries';
import { joined, separated, type Cell, type Sheet } from './cells';
import { readSheets, sheetsOf } from './index';

const again = (template: Template) => {
  const read = readSheets(sheetsOf(template));
  return 'template' in read ? read.template : read.problems;
};

describe('a workbook', () => {
  it('comes back as the template it was made of, whatever that is', () => {
    fc.assert(fc.property(templates, (template) => {
      // a property that is not there and one that is undefined are the same text
      expect(JSON.parse(JSON.stringify(again(template)))).toEqual(JSON.parse(JSON.stringify(tidied(template))));
    }), { numRuns: 1500 });
  }, 60_000);

  it('carries texts of any kind', () => {
    fc.assert(fc.property(fc.array(fc.string({ unit: 'grapheme' }).filter((text) => text.trim() !== '' && !/[\u0000-\u001f\u202a-\u202e\u2066-\u2069\ufffd]/.test(text)), { maxLength: 5 }), (texts) => {
      const tidy = texts.map((text) => text.trim());
      for (const by of ['; ', '\n'] as const) expect(separated(joined(tidy, by))).toEqual(tidy);
    }), { numRuns: 2000 });
  });
});

describe('a workbook that people have worked on', () => {
  const template = () => fc.sample(templates, { numRuns: 30, seed: 7 }).find((one) => one.sections.length > 1 && one.sections[0]!.questions.some(({ type }) => type === 'level'))!;
  const changed = (name: string, change: (rows: Cell[][]) => void): readonly Sheet[] => sheetsOf(template()).map((sheet) => {
    if (sheet.name !== name) return sheet;
    const rows = sheet.rows.map((row) => [...row]);
    change(rows);
    return { ...sheet, rows };
  });
  const problemsIn = (sheets: readonly Sheet[]) => {
    const read = readSheets(sheets);
    return ('problems' in read ? read.problems : read.later).map(({ sheet, row, column, detail }) => `${sheet}!${column}${row || ''} ${detail}`);
  };

  it.each<[string, readonly Sheet[]]>([
    ['columns in another order', changed('Questions', (rows) => rows.forEach((row) => row.reverse()))],
    ['columns of their own', changed('Questions', (rows) => rows.forEach((row, at) => row.push(at === 0 ? 'Our notes' : 'x')))],
    ['headings in capitals and with spaces', changed('Questions', (rows) => { rows[0] = rows[0]!.map((cell) => String(cell).toUpperCase().replaceAll('_', ' ')); })],
    ['blank rows', changed('Questions', (rows) => rows.splice(1, 0, [], [null, '', null]))],
    ['numbers typed as text', changed('Questions', (rows) => { const at = rows[0]!.indexOf('weight'); for (const row of rows.slice(1)) row[at] = ` ${String(row[at])} `; })],
    ['a sheet of their own', [...sheetsOf(template()), { name: 'Minutes', rows: [['Agreed on Monday']] }]],
    ['yes in many ways', changed('Questions', (rows) => { const at = rows[0]!.indexOf('required'); for (const row of rows.slice(1)) row[at] = row[at] === 'yes' ? 'X' : false; })],
  ])('is read with %s', (_, sheets) => {
    const read = readSheets(sheets);
    expect('template' in read ? JSON.parse(JSON.stringify(read.template)) : read.problems).toEqual(JSON.parse(JSON.stringify(tidied(template()))));
  });

  it.each<[string, readonly Sheet[], string | RegExp]>([
    ['a sheet that is missing', sheetsOf(template()).filter(({ name }) => name !== 'Questions'), 'Questions! The sheet Questions is missing.'],
    ['a column that is missing', changed('Questions', (rows) => { rows[0]![rows[0]!.indexOf('type')] = 'kind'; }), 'Questions!1 The sheet Questions has no column type.'],
    ['a number used twice', changed('Questions', (rows) => rows.push([...rows[1]!])), /^Questions!A\d+ The number 1\.1 is used in row 2 already\.$/],
    ['a copied qid', changed('Questions', (rows) => rows.push(['9.9', ...rows[1]!.slice(1)])), /^Questions!B\d+ Another question has the qid/],
    ['a formula', changed('Questions', (rows) => { rows[1]![5] = { formula: 'A1&"?"' }; }), /^Questions!F2 This cell holds a formula/],
    ['an error', changed('Questions', (rows) => { rows[1]![4] = { error: '#REF!' }; }), /^Questions!E2 This cell holds an error \(#REF!\)/],
    ['a section there is not', changed('Questions', (rows) => { rows[1]![2] = '77'; }), 'Questions!C2 There is no section 77.'],
    ['a scale there is not', changed('Questions', (rows) => { for (const row of rows.slice(1)) if (row[3] === 'level') row[12] = 'traffic'; }), /^Questions!M\d+ There is no scale "traffic"/],
    ['a condition that cannot be read', changed('Questions', (rows) => { rows[1]![26] = '1.9 is "Yes"'; }), 'Questions!AA2 The condition cannot be read at character 1. There is no question 1.9.'],
    ['merged cells', sheetsOf(template()).map((sheet) => (sheet.name === 'Choices' ? { ...sheet, merged: ['B2:B4'] } : sheet)), /^Choices!B2 The cells B2:B4 are merged/],
    ['a descriptor of a level there is not', changed('Descriptors', (rows) => { rows[1]![1] = 'Purple'; }), /^Descriptors!B2 "Purple" is no level/],
    ['a choice of no question', changed('Choices', (rows) => rows.push(['9.9', 'a', 'A'])), /^Choices!A\d+ There is no question 9\.9\.$/],
    ['letters that cannot be seen', changed('Questions', (rows) => { rows[1]![4] = 'Policy\u202e'; }), /^Questions!E2 This cell has characters that cannot be seen/],
    ['a hundred thousand characters', changed('Questions', (rows) => { rows[1]![6] = 'x'.repeat(100_000); }), /^Questions!G2 This cell has 100000 characters/],
    ['too many rows', changed('Choices', (rows) => { for (let at = 0; at < 6000; at++) rows.push(['1.1', 'a', 'A']); }), /^Choices!\d+ The sheet Choices has/],
    ['two sheets of one name', [...sheetsOf(template()), { name: 'questions', rows: [] }], 'Questions! There are two sheets called Questions.'],
    ['what the rules of a template forbid', changed('Questions', (rows) => { rows[1]![10] = -1; }), /^Questions!A2 The weight of 1\.1 is a whole number/],
  ])('tells of %s, and where it stands', (_, sheets, told) => {
    const problems = problemsIn(sheets);
    expect(problems.some((problem) => (typeof told === 'string' ? problem === told : told.test(problem)))).toBe(true);
  });

  it('tells everything at once, in the order of the workbook', () => {
    const sheets = changed('Questions', (rows) => { rows[1]![3] = 'rating'; rows[1]![5] = null; rows[2]![2] = '77'; });
    const problems = problemsIn(sheets);
    expect(problems.slice(0, 3)).toEqual([expect.stringMatching(/^Questions!D2 "rating"/), expect.stringMatching(/^Questions!F2 full_wording is empty/), expect.stringMatching(/^Questions!C3 There is no section 77/)]);
  });

  it('reads a template that cannot be published yet, and tells what for', () => {
    const read = readSheets(changed('Descriptors', (rows) => { rows.splice(1, 1); }));
    expect('template' in read ? read.later.map(({ sheet, row }) => [sheet, row]) : read.problems).toEqual([['Questions', expect.any(Number)]]);
  });

  it('leaves out the rows it is told to', () => {
    const sheets = changed('Questions', (rows) => rows.push(['9.9', null, '77', 'level']));
    const last = sheets.find(({ name }) => name === 'Questions')!.rows.length;
    expect(problemsIn(sheets)).not.toEqual([]);
    expect('template' in readSheets(sheets, new Set([`Questions!${last}`]))).toBe(true);
  });

  it('leaves out what belongs to a question that is left out', () => {
    const last = questionsOf(template()).at(-1)!;
    const at = sheetsOf(template()).find(({ name }) => name === 'Questions')!.rows.findIndex(([ref]) => ref === last.ref);
    const read = readSheets(sheetsOf(template()), new Set([`Questions!${at + 1}`]));
    expect('template' in read ? questionsOf(read.template).map(({ ref }) => ref) : read.problems).toEqual(questionsOf(template()).slice(0, -1).map(({ ref }) => ref));
  });
});
