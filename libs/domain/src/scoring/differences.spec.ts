import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { scenes } from '../questionnaire/arbitraries';
import { aQuestion, aSchool, aSection, aTemplate, rated } from '../questionnaire/builders';
import type { Answers, Template } from '../questionnaire';
import { differences, type StoredRating } from './differences';
import type { Ratings } from './rating';
import { rate } from './rules';

/** As a database gives it back: its own order of properties. */
const turned = <T>(value: T): T => JSON.parse(JSON.stringify(value), (_, part: unknown) =>
  (part !== null && typeof part === 'object' && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).reverse()) : part)) as T;
const kept = ({ overall, sections }: Ratings): StoredRating[] => [{ key: '', rating: overall }, ...sections]
  .map(({ key, rating: { level, score, trace } }) => turned({ section: key, level, won: score.won, available: score.available, trace }));
const template = aTemplate([aSection('1', [aQuestion('1.1'), aQuestion('1.2')]), aSection('2', [aQuestion('2.1')])]);
const answers: Answers = { 'q-1.1': rated('green'), 'q-1.2': rated('amber'), 'q-2.1': rated('green') };
const starting = (green: number): Template => ({ ...template, scoring: { ...template.scoring, bands: [{ level: 'green', from: green }, ...template.scoring.bands.slice(1)] } });
const shortly = (before: readonly StoredRating[], now: Ratings) => differences(before, now).map(({ section, kind, from, to }) => `${section || 'overall'} ${kind} ${from?.level ?? '-'}>${to.level ?? '-'}`);

describe('what a recalculation would change', () => {
  it('is nothing where ratings are what their rule gives', () => {
    fc.assert(fc.property(scenes, ({ template: any, profile, answers: given }) => {
      const ratings = rate(any, profile, given);
      expect(differences(kept(ratings), ratings)).toEqual([]);
    }), { numRuns: 300 });
  });

  it('is told by what it would do to the level, the points or only their explanation', () => {
    const before = kept(rate(template, aSchool, answers));
    expect(shortly(before, rate(starting(70), aSchool, answers))).toEqual(['overall explanation green>green', 's-1 level amber>green', 's-2 explanation green>green']);
    expect(shortly(before, rate(template, aSchool, { ...answers, 'q-1.2': rated('red') }))).toEqual(['overall level green>amber', 's-1 points amber>amber']);
  });

  it('takes away what is not asked any more and adds what was never rated', () => {
    const before = kept(rate(template, aSchool, answers));
    const withoutSecond = { ...template, sections: template.sections.slice(0, 1) };
    expect(shortly(before, rate(withoutSecond, aSchool, answers))).toEqual(['overall level green>amber', 's-2 level green>-']);
    expect(shortly(before.filter(({ section }) => section !== 's-2'), rate(template, aSchool, answers))).toEqual(['s-2 level ->green']);
    const fallen: StoredRating = { section: 'gone', level: null, won: 0, available: 0, trace: null };
    expect(shortly([...before, fallen], rate(template, aSchool, answers))).toEqual([]);
  });
});
