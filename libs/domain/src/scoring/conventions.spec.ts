// The conventions of published tools as oracle tables: their scales and definitions, with results worked out by hand, against
// what this program gives for a template that is set up like the tool. Where a tool publishes no rule for the whole, the
// table says which it takes.
import { describe, expect, it } from '@jest/globals';
import { aQuestion, aSchool, aSection, aTemplate, notApplicable, oneToFour, rag, rated, threeToNought } from '../questionnaire/builders';
import type { Answers, Scale, Scoring, Template } from '../questionnaire';
import { rate } from './rules';

const bands = (scale: Scale, ...starts: number[]): { scoring: Scoring } => ({
  scoring: { rule: 'attest-1', resultScale: scale.key, bands: scale.levels.map(({ key }, at) => ({ level: key, from: starts[at]! })) },
});

/** So many questions, on one scale. */
const questions = (section: string, count: number, scale: Scale, changes = {}) =>
  Array.from({ length: count }, (_, at) => aQuestion(`${section}.${at + 1}`, changes, scale));

/** Levels in printed order, such as "1 2 2"; `na` is not applicable and `-` is unanswered. */
function answers(template: Template, given: string): Answers {
  const all = template.sections.flatMap((section) => section.questions);
  return Object.fromEntries(given.split(' ').map((level, at) => [all[at]!.key, level === 'na' ? notApplicable() : level === '-' ? undefined : rated(level)]));
}

const overall = (template: Template, given: string) => rate(template, aSchool, answers(template, given)).overall;
const bySection = (template: Template, given: string) => rate(template, aSchool, answers(template, given)).sections.map(({ rating }) => rating.level);

describe('North East Lincolnshire, Section 175: eleven focus areas from 1 (outstanding) to 4, as Ofsted graded; taking the mean grade as the whole', () => {
  // A mean of 1.5 is 5/6 of the points, 2.5 is 1/2, 3.5 is 1/6. Of eleven grades the mean never falls on a half.
  const template = aTemplate([aSection('1', questions('1', 11, oneToFour))], bands(oneToFour, 84, 50, 17, 0));
  const graded = (sum: number) => Array.from({ length: 11 }, (_, at) => 1 + Math.max(0, Math.min(3, Math.floor((sum - 11 + 10 - at) / 11)))).join(' ');

  it.each([
    // grades added up, and the mean rounded to a whole grade
    [11, 16, '1'], [17, 27, '2'], [28, 38, '3'], [39, 44, '4'],
  ])('grades that add up to %i to %i are grade %s', (from, to, grade) => {
    const sums = Array.from({ length: to - from + 1 }, (_, at) => from + at);
    for (const sum of sums) {
      expect(graded(sum).split(' ').reduce((total, one) => total + Number(one), 0)).toBe(sum);
      expect(`${sum}: ${overall(template, graded(sum)).level}`).toBe(`${sum}: ${grade}`);
    }
  });

  it('a better grade never makes the whole worse, although its number is lower', () => {
    const percents = Array.from({ length: 34 }, (_, at) => overall(template, graded(11 + at)).percent!);
    expect(percents).toEqual([...percents].sort((one, other) => other - one));
  });
});

describe('Devon, Section 175: self grades 1 to 4 where 1 is embedded; part 1 is statutory, part 2 local and optional; taking the mean grade as the whole', () => {
  const template = aTemplate(
    [aSection('1', questions('1', 4, oneToFour)), aSection('2', questions('2', 2, oneToFour, { required: false }), { weight: 0 })],
    bands(oneToFour, 84, 50, 17, 0),
  );
  it.each([
    // part 1   part 2   the parts      the whole, to which part 2 adds nothing
    ['1 1 1 1', '- -', ['1', null], '1'],
    ['1 1 1 1', '4 4', ['1', '4'], '1'],
    ['1 1 2 2', '1 1', ['2', '1'], '2'], // a mean of 1.5 goes to the worse grade
    ['2 2 3 3', '1 1', ['2', '1'], '2'],
    ['2 3 3 3', '1 -', ['3', '1'], '3'],
    ['4 4 4 4', '1 1', ['4', '1'], '4'],
    ['na 1 na 3', '2 2', ['2', '2'], '2'],
  ])('%s and %s', (statutory, local, parts, whole) => {
    const given = `${statutory} ${local}`;
    expect(bySection(template, given)).toEqual(parts);
    expect(overall(template, given).level).toBe(whole);
  });
});

describe('Pan-Cheshire and Greater Manchester, Section 11: each item scored 0 to 3 by the agency, then by a moderation panel beside it', () => {
  const template = aTemplate([aSection('1', questions('1', 3, threeToNought)), aSection('2', questions('2', 2, threeToNought))], bands(threeToNought, 90, 60, 25, 0));
  it.each([
    // self       moderated     self: points, level  moderated           self less moderated, in points of 3 an item
    ['3 3 3 3 3', '3 3 3 3 3', [15, '3'], [15, '3'], 0],
    ['3 3 2 3 3', '3 2 1 3 2', [14, '3'], [11, '2'], 3],
    ['3 3 3 3 3', '1 1 1 1 1', [15, '3'], [5, '1'], 10],
    ['2 2 2 2 2', '3 2 2 2 2', [10, '2'], [11, '2'], -1],
    ['1 0 0 0 0', '0 0 0 0 0', [1, '0'], [0, '0'], 1],
  ])('self %s, moderated %s', (self, moderated, expectedSelf, expectedModerated, inflation) => {
    const [own, panel] = [overall(template, self), overall(template, moderated)];
    const scored = ({ score: { won, available }, level }: typeof own) => [won * 15 / available, level];
    expect(scored(own)).toEqual(expectedSelf);
    expect(scored(panel)).toEqual(expectedModerated);
    expect((own.score.won - panel.score.won) * 15 / own.score.available).toBe(inflation);
  });

  it('an item that is not applicable to the agency is taken off the highest score that can be reached', () => {
    expect(overall(template, '3 na 3 2 2').score).toEqual({ won: 200, available: 240 });
  });
});

describe('North Tyneside, Section 11 in schools: a standard is green when all its areas meet the minimum, amber when some do, red when most do not', () => {
  const met: Scale = { ...rag, key: 'met', levels: [rag.levels[0]!, rag.levels[2]!] };
  const template = aTemplate([aSection('1', questions('1', 8, met))], { scales: [rag, met], ...bands(rag, 100, 50, 0) });
  it.each([
    // how many of eight areas meet the minimum
    [8, 'green'], [7, 'amber'], [6, 'amber'], [5, 'amber'], [4, 'amber'], [3, 'red'], [2, 'red'], [1, 'red'], [0, 'red'],
  ])('%i of 8 are %s', (count, level) => {
    const given = Array.from({ length: 8 }, (_, at) => (at < count ? 'green' : 'red')).join(' ');
    expect(bySection(template, given)).toEqual([level]);
  });

  it('all means all that apply', () => {
    expect(bySection(template, 'green green green na na na na na')).toEqual(['green']);
    expect(bySection(template, 'green green green red na na na na')).toEqual(['amber']);
  });
});

describe('the worst wins: a convention of some trackers, had by making every question critical', () => {
  const template = aTemplate([aSection('1', questions('1', 4, rag, { critical: true }))], bands(rag, 80, 50, 0));
  it.each([
    ['green green green green', 'green'], ['green green green amber', 'amber'], ['green green green red', 'red'],
    ['amber amber amber amber', 'amber'], ['amber red amber amber', 'red'], ['green na green na', 'green'],
  ])('%s is %s', (given, level) => expect(bySection(template, given)).toEqual([level]));
});
