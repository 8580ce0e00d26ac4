import { describe, expect, it } from '@jest/globals';
import { aQuestion, aSchool, aSection, aTemplate, notApplicable, rated } from '../questionnaire/builders';
import type { Answers, Section } from '../questionnaire';
import { changeInWords } from './change-in-words';
import { explain, whyInWords } from './explain';
import { rate, smallestChange } from './rules';

function explained(sections: readonly Section[], answers: Answers) {
  const template = aTemplate(sections);
  const ratings = rate(template, aSchool, answers);
  return { section: explain(ratings.sections[0]!.rating, template), overall: explain(ratings.overall, template) };
}

describe('a rating in plain sentences', () => {
  it('says what was reached, what is missing and what was left out', () => {
    const section = aSection('1', [aQuestion('1.1'), aQuestion('1.2', { weight: 2 }), aQuestion('1.3'), aQuestion('1.4'), aQuestion('1.5', { type: 'text' })]);
    const sentences = explained([section], { 'q-1.1': rated('green'), 'q-1.2': rated('amber'), 'q-1.3': notApplicable() }).section;
    expect(sentences).toEqual([
      'Amber: 120 of 180 points (66.7%). Amber starts at 50%.',
      '24 more points would reach Green, which starts at 80%; a question that counts once is worth 60.',
      '1.2 counts twice.',
      'Does not apply, so left out: 1.3.',
      'Not answered yet, so left out: 1.4.',
      'Asked without scoring, so left out: 1.5.',
    ]);
  });

  it('says why alone, where a table beside it shows weights and what was left out', () => {
    const template = aTemplate([aSection('1', [aQuestion('1.1'), aQuestion('1.2', { weight: 2 }), aQuestion('1.3')])]);
    const { rating } = rate(template, aSchool, { 'q-1.1': rated('red'), 'q-1.2': rated('amber') }).sections[0]!;
    expect(whyInWords(rating, template)).toEqual(explain(rating, template).slice(0, 2));
    expect(whyInWords(rate(template, aSchool, {}).overall, template)).toEqual(['Not rated yet: nothing that counts has been answered.']);
  });

  it('says what the smallest change would be', () => {
    const template = aTemplate([aSection('1', [aQuestion('1.1'), aQuestion('1.2', { critical: true })])]);
    const change = smallestChange(template, aSchool, { 'q-1.1': rated('red'), 'q-1.2': rated('amber') }, 's-1');
    expect(changeInWords(change!, template)).toBe('The smallest change that would alter it: Amber, if 1.1 Title 1.1 were Amber instead of Red.');
    const whole = smallestChange(template, aSchool, { 'q-1.1': rated('amber'), 'q-1.2': rated('amber') }, null);
    expect(changeInWords(whole!, template)).toBe('The smallest change that would alter it: Green, if 1.1 Title 1.1 were Green instead of Amber and 1.2 Title 1.2 were Green instead of Amber.');
  });

  it('explains a cap by the questions that set it', () => {
    const section = aSection('1', [aQuestion('1.1', { weight: 3 }), aQuestion('1.2', { critical: true })]);
    const { section: sentences, overall } = explained([section], { 'q-1.1': rated('green'), 'q-1.2': rated('amber') });
    expect(sentences).toEqual([
      'Amber, although 210 of 240 points (87.5%) would be Green.',
      '1.2 Title 1.2 is critical: a section is never rated better than its weakest critical question would be alone, which here is Amber.',
      '1.1 counts 3 times.',
    ]);
    expect(overall).toEqual(['Green: 210 of 240 points (87.5%). Green starts at 80%.', 'There is no better level.']);
  });

  it('does not promise a level that a critical question would still prevent', () => {
    const section = aSection('1', [aQuestion('1.1'), aQuestion('1.2', { critical: true })]);
    expect(explained([section], { 'q-1.1': rated('green'), 'q-1.2': rated('amber') }).section).toEqual([
      'Amber: 90 of 120 points (75%). Amber starts at 50%.',
      '6 more points would reach Green, which starts at 80%; a question that counts once is worth 60.',
      '1.2 Title 1.2 would have to improve too: it is critical and would hold the section below Green.',
    ]);
  });

  it('never rounds up to a percentage that was not reached', () => {
    const template = aTemplate([]);
    const trace = { inputs: [], leftOut: [], band: { level: 'red', from: 0 }, cap: null, next: { level: 'amber', from: 50, pointsShort: 1, critical: [] } };
    expect(explain({ level: 'red', score: { won: 1249, available: 2500 }, percent: 50, trace }, template).slice(0, 2)).toEqual([
      'Red: 1,249 of 2,500 points (just under 50%). Red starts at 0%.',
      '1 more point would reach Amber, which starts at 50%; a question that counts once is worth 60.',
    ]);
  });

  it('does not call nothing red', () => {
    expect(explained([aSection('1', [aQuestion('1.1')])], {}).overall).toEqual([
      'Not rated yet: nothing that counts has been answered.',
      'Not answered yet, so left out: 1.1.',
    ]);
  });
});
