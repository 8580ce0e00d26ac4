import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { lineageProblems, lineageOf } from '../lineage';
import { editions } from '../lineage/arbitraries';
import { questionsOf, templateProblems } from '../questionnaire';
import { templates } from '../questionnaire/arbitraries';
import { aQuestion, aSection, aTemplate } from '../questionnaire/builders';
import { adopted, blankTemplate, codeFor, firstEdition, newEditionOf, nextEdition } from './new-edition';

describe('the next edition', () => {
  it.each([
    ['2026-27', '2027-28'], ['2098-99', '2099-00'], ['2026', '2027'], ['Pilot', 'Pilot 2'], ['Pilot 2', 'Pilot 3'],
  ])('after %s is %s', (edition, next) => expect(nextEdition(edition)).toBe(next));

  it('is never one that is taken', () => expect(nextEdition('2026-27', ['2027-28', '2028-29'])).toBe('2029-30'));

  it('asks the same questions, says so of each, and bears its own year', () => {
    const before = aTemplate([aSection('1', [aQuestion('1.1')])], { title: 'Survey 2026-27', retired: [{ key: 'old', ref: '9', title: 'Old', note: '' }] });
    expect(newEditionOf(before, '2027-28')).toEqual({
      ...before, title: 'Survey 2027-28', edition: '2027-28', effectiveFrom: '2027-09-01', follows: '2026-27', retired: undefined,
      sections: [{ ...before.sections[0]!, questions: [{ ...aQuestion('1.1'), lineage: { kind: 'same', from: ['q-1.1'] } }] }],
    });
  });

  it('is complete as it stands, whatever the one before', () => {
    fc.assert(fc.property(templates, (before) => {
      const next = newEditionOf(before, 'next');
      expect(lineageProblems(before, next)).toEqual([]);
      expect(templateProblems(next)).toEqual([]);
    }));
  });

  it('may be adopted from elsewhere: what is proposed is complete', () => {
    fc.assert(fc.property(editions, ([before, after]) => {
      const next = adopted(firstEdition(after), before, 'adopted');
      expect(lineageProblems(before, next)).toEqual([]);
      expect([next.code, next.follows]).toEqual([before.code, before.edition]);
    }));
  });
});

describe('a first edition', () => {
  it('says nothing of where its questions come from', () => {
    const template = newEditionOf(aTemplate([aSection('1', [aQuestion('1.1')])]), '2027-28');
    const first = firstEdition(template);
    expect(first.follows).toBeUndefined();
    expect(questionsOf(first).map((question) => lineageOf(question, new Set()).kind)).toEqual(['new']);
  });

  it('that is blank lacks nothing but questions', () => {
    const blank = blankTemplate({ code: 'ours', title: 'Ours', edition: '2026-27', audience: 'agency', effectiveFrom: '2026-09-01' });
    expect(templateProblems(blank).map(({ code }) => code)).toEqual(['section-empty']);
  });

  it.each([
    ['Voluntary groups: a first look', [], 'voluntary-groups-a-first-look'], ['Café & crèche', [], 'cafe-creche'], ['???', [], 'template'],
    ['Ours', ['ours', 'ours-2'], 'ours-3'],
  ])('called "%s" where %j are taken has the code %s', (title, taken, code) => expect(codeFor(title, taken)).toBe(code));
});
