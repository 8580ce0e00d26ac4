import { describe, expect, it } from '@jest/globals';
import { adviceOn, minutesToAnswer } from '@attest/domain/authoring';
import { roundReference } from '@attest/domain/lifecycle';
import { askedQuestions, blockersToSubmit, questionsOf, templateProblems } from '@attest/domain/questionnaire';
import type { Answer, Answers, OrganisationProfile, Question, Template } from '@attest/domain/questionnaire';
import { libraryTemplates } from './library';

function counted(questions: readonly Question[], of: (question: Question) => string | undefined): string {
  const found = questions.map(of).filter((what) => what !== undefined);
  return [...new Set(found)].map((what) => `${found.filter((one) => one === what).length} ${what}`).join(', ');
}

/** Such as "section-11 2026-27: 57 questions, 34 statutory, 23 good-practice, 8 critical". */
function inShort(template: Template): string {
  const questions = questionsOf(template);
  return [
    `${template.code} ${template.edition}: ${questions.length} questions in ${template.sections.length} sections`,
    counted(questions, ({ basis }) => basis), counted(questions, ({ critical }) => (critical ? 'critical' : undefined)),
    `${minutesToAnswer(template, asking(template))} minutes`,
  ].join(', ');
}

/** Whoever is asked most: a school with everything, an agency of the largest kind. */
const asking = ({ audience }: Template): OrganisationProfile => (audience === 'school'
  ? { kind: 'school', phase: 'all-through', sector: null, features: ['independent', 'early-years', 'boarding', 'sixth-form', 'special'] }
  : { kind: 'agency', phase: null, sector: 'local-authority', features: ['statutory', 'commissions', 'employs-volunteers', 'health'] });

const each = libraryTemplates.map((template) => [inShort(template), template] as const);
const named = (code: string) => libraryTemplates.find((template) => template.code === code)!;
const choosing = (value: string): Answer => ({ level: null, value, note: '', naReason: null });
const refsAsked = (template: Template, answers: Answers) =>
  askedQuestions(template, asking(template), answers).flatMap(({ questions }) => questions.map(({ ref }) => ref));

/** A table is slow on a telephone, but a list of actions is one. Nothing else in the library is to be advised against. */
const accepted = new Set(['learning-review-challenge 2.1 table-discouraged']);

/** Only these were looked up. Any other paragraph is from memory and moves with the next edition: cite the heading instead. */
const paragraphsLookedUp = ['221-222', '311-315', '79', '168 to 171'];

describe('the library', () => {
  it.each(each)('%s: may be published, and nothing but unchecked citations is advised against', (_, template) => {
    expect(templateProblems(template)).toEqual([]);
    const advised = adviceOn(template).filter(({ code }) => code !== 'citation-unverified').map(({ where, code }) => `${template.code} ${where} ${code}`);
    expect(advised.filter((one) => !accepted.has(one))).toEqual([]);
  });

  it.each(each)('%s: explains itself', (_, template) => {
    const questions = questionsOf(template);
    expect(questions.filter(({ help = '' }) => help === '').map(({ ref }) => ref)).toEqual([]);
    expect(questions.filter(({ type, evidence = [] }) => type === 'level' && evidence.length === 0).map(({ ref }) => ref)).toEqual([]);
    expect(template.legalBasis.length).toBeGreaterThan(0);
    expect(template.declaration.wording).toMatch(/child/);
  });

  it.each(each)('%s: cites no paragraph that nobody has looked up', (_, template) => {
    const cited = [...template.legalBasis, ...questionsOf(template).flatMap(({ citations = [] }) => citations)].map(({ where }) => where);
    const paragraphs = cited.flatMap((where) => [...where.matchAll(/paragraphs? (\d+(?:(?:-| to )\d+)?)/gi)].map(([, number]) => number));
    expect(paragraphs.filter((number) => !paragraphsLookedUp.includes(number!))).toEqual([]);
  });

  it('has a reference of its own for the rounds of each', () => {
    const references = libraryTemplates.map((template) => roundReference(template, []));
    expect(new Set(references).size).toBe(libraryTemplates.length);
  });

  it('begins with the yearly audits, which lists then offer first', () => {
    expect(libraryTemplates.slice(0, 2).map(({ code }) => code)).toEqual(['section-11', 'section-175']);
  });
});

describe('a case audit', () => {
  const audit = named('domestic-abuse-case-audit');

  it('asks an agency that knew nobody where it looked, and nothing about work it did not do', () => {
    const asked = refsAsked(audit, { known: choosing('not-known') });
    expect(asked).toEqual(['1.1', '1.2', '1.3', '1.4', '8.5']);
  });

  it('asks about escalation only where somebody disagreed', () => {
    const known = { known: choosing('child-and-family') };
    expect(refsAsked(audit, { ...known, disagreement: choosing('no') })).not.toContain('3.5');
    expect(refsAsked(audit, { ...known, disagreement: choosing('unspoken') })).toContain('3.5');
  });

  it('asks for nobody by name', () => {
    expect(questionsOf(audit).filter(({ type }) => type === 'person')).toEqual([]);
  });

  it('wants words beside every grade', () => {
    const graded = { level: 'grade-2', value: null, note: '', naReason: null };
    const answers = Object.fromEntries(questionsOf(audit).map(({ key, type }) => [key, type === 'level' ? graded : choosing(key === 'known' ? 'child-and-family' : 'formal')]));
    const wordless = blockersToSubmit(audit, asking(audit), answers).filter(({ code }) => code === 'explanation-missing');
    expect(wordless.length).toBe(askedQuestions(audit, asking(audit), answers).flatMap(({ questions }) => questions).filter(({ type }) => type === 'level').length);
  });
});

it.each([['one', ['1']], ['two', ['1', '2']], ['three-or-more', ['1', '2', '3']]])('a learning review asks about as many actions as there are: %s', (how, actions) => {
  const template = named('learning-review-challenge');
  const sections = askedQuestions(template, asking(template), { 'how-many': choosing(how) }).map(({ section }) => section.key);
  expect(refsAsked(template, { 'how-many': choosing(how) }).includes('2.1')).toBe(how === 'three-or-more');
  expect(sections.filter((key) => key.startsWith('action-'))).toEqual(actions.map((number) => `action-${number}-part`));
});

it('asks a charity about its trustees, and any other group about its committee', () => {
  const template = named('section-11-voluntary');
  const asked = (how: string) => refsAsked(template, { 'who-runs': choosing(how) }).filter((ref) => ['2.3', '2.4'].includes(ref));
  expect([asked('trustees'), asked('committee')]).toEqual([['2.3'], ['2.4']]);
});
