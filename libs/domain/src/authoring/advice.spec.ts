import { describe, expect, it } from '@jest/globals';
import { aQuestion, aSection, aTemplate } from '../questionnaire/builders';
import type { Question } from '../questionnaire';
import { adviceOn, minutesFor, minutesToAnswer, readingAge, syllablesIn } from './index';

const on = (changes: Partial<Question>, current = {}) => adviceOn(aTemplate([aSection('1', [aQuestion('1.1', { help: 'Think of one day.', ...changes })])]), current).map(({ code }) => code);
const cite = { title: 'Keeping children safe in education', where: 'Part 2', version: '1 September 2025' };

describe('advice', () => {
  it.each<[string, Partial<Question>, string]>([
    ['two things asked at once', { wording: 'Are staff and volunteers trained and supervised?' }, 'double-barrelled'],
    ['"and/or"', { wording: 'Do you have a policy and/or a procedure?' }, 'double-barrelled'],
    ['two questions in one', { wording: 'Is there a policy? Is it known?' }, 'double-barrelled'],
    ['more than forty words', { wording: `Is it so that ${'we all know it '.repeat(12)}?` }, 'question-long'],
    ['long words in long sentences', { wording: 'Organisational accountability arrangements demonstrably incorporate comprehensive safeguarding considerations throughout commissioning' }, 'reading-age'],
    ['no help', { help: '' }, 'help-missing'],
    ['evidence without an example', { evidenceRule: 'required', evidence: [] }, 'evidence-example-missing'],
    ['a reference nobody checked', { citations: [{ ...cite, unverified: true }] }, 'citation-unverified'],
    ['descriptors that hardly differ', { descriptors: { green: 'all staff are trained every year in safeguarding', amber: 'all staff are trained every year in safeguarding mostly', red: 'no one is' } }, 'descriptors-alike'],
  ])('on %s', (_, changes, code) => expect(on(changes)).toContain(code));

  it('on a citation of an edition that is no longer in force', () => {
    expect(on({ citations: [cite] }, { [cite.title]: '1 September 2026' })).toContain('citation-stale');
    expect(on({ citations: [cite] }, { [cite.title]: cite.version })).not.toContain('citation-stale');
    expect(on({ citations: [{ ...cite, title: 'constructor' }] }, {})).not.toContain('citation-stale');
  });

  it('says nothing of a plain question', () => {
    expect(on({ wording: 'Do all staff know whom to tell?', descriptors: { green: 'Everybody asked could name the lead.', amber: 'Most could; new people could not.', red: 'Few knew, or nobody has asked.' } })).toEqual([]);
  });

  it('names the section that takes too long to hand to one person', () => {
    const long = aSection('2', Array.from({ length: 20 }, (_, at) => aQuestion(`2.${at + 1}`, { help: 'x', explanation: 'required' })));
    expect(adviceOn(aTemplate([long])).filter(({ where }) => where === '2')).toEqual([expect.objectContaining({ code: 'section-long', detail: expect.stringMatching(/about \d+ minutes/) })]);
  });
});

describe('how easily it reads', () => {
  it.each([['cat', 1], ['table', 2], ['safeguarding', 4], ['children', 2], ['trained', 1], ['organisation', 5], ['rhythm', 1], ['', 1]])('%s has %i syllables', (word, count) => expect(syllablesIn(word)).toBe(count));

  it('is young for short sentences and old for long ones', () => {
    expect(readingAge('Do all staff know whom to tell? Ask five of them.')).toBeLessThan(9);
    expect(readingAge('Organisational accountability arrangements demonstrably incorporate comprehensive considerations.')).toBeGreaterThan(20);
    expect(readingAge('')).toBe(5);
  });
});

describe('minutes', () => {
  it('grow with what is read, thought and written', () => {
    const plain = minutesFor(aQuestion('1.1', { explanation: 'none' }));
    expect(minutesFor(aQuestion('1.1', { explanation: 'required' }))).toBeGreaterThan(plain);
    expect(minutesFor(aQuestion('1.1', { explanation: 'none', wording: 'word '.repeat(400) }))).toBeCloseTo(plain + 2, 0);
    expect(minutesFor(aQuestion('1.1', { type: 'text', lines: 'one', explanation: 'none' }))).toBeLessThan(minutesFor(aQuestion('1.1', { type: 'text', explanation: 'none' })));
  });

  it('count only what an organisation is asked', () => {
    const template = aTemplate([aSection('1', [aQuestion('1.1'), aQuestion('1.2', { appliesTo: { phases: ['nursery'] } })])]);
    const school = { kind: 'school', sector: null, features: [] } as const;
    expect(minutesToAnswer(template, { ...school, phase: 'nursery' })).toBeGreaterThan(minutesToAnswer(template, { ...school, phase: 'primary' }));
  });
});
