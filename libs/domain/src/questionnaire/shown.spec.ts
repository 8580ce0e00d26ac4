import { describe, expect, it } from '@jest/globals';
import { aQuestion, aSchool, aSection, aTemplate, notApplicable, rated, valued } from './builders';
import { blockersToSubmit } from './blockers';
import type { Answer } from './answer';
import type { Question } from './template';
import { withAllEvidence, withEvidence } from './shown';

function blockersOf(changes: Partial<Question>, answer: Answer | undefined, pieces: number) {
  const question = aQuestion('2.1', changes);
  const template = aTemplate([aSection('2', [question])]);
  return blockersToSubmit(template, aSchool, withAllEvidence([question], answer ? { [question.key]: answer } : {}, { [question.key]: pieces })).map(({ code }) => code);
}

describe('evidence beside an answer', () => {
  it.each<[string, Partial<Question>, Answer | undefined, number, string[]]>([
    ['is missing where it is required', { evidenceRule: 'required' }, rated('red'), 0, ['evidence-missing']],
    ['is enough with one piece', { evidenceRule: 'required' }, rated('red'), 1, []],
    ['is missing for a rating that meets the standard', { evidenceRule: 'if-met' }, rated('green'), 0, ['evidence-missing']],
    ['is not wanted for one that does not', { evidenceRule: 'if-met' }, rated('amber'), 0, []],
    ['is not wanted where the question does not apply', { evidenceRule: 'required' }, notApplicable(), 0, []],
    ['is not wanted where it is optional', { evidenceRule: 'optional' }, rated('green'), 0, []],
    ['is no rating', { evidenceRule: 'optional' }, undefined, 3, ['unanswered']],
    ['is the answer where evidence is asked for', { type: 'evidence', evidenceRule: 'required' }, undefined, 1, []],
    ['may be told in words there', { type: 'evidence', evidenceRule: 'required' }, valued([{ title: 'Folder', where: 'Office' }]), 0, []],
    ['is wanted there as any answer is', { type: 'evidence' }, undefined, 0, ['unanswered']],
    ['is asked for beside other kinds of answers', { type: 'text', evidenceRule: 'required' }, valued('Yes'), 0, ['evidence-missing']],
  ])('%s', (_, changes, answer, pieces, expected) => expect(blockersOf(changes, answer, pieces)).toEqual(expected));

  it('leaves words that are there, and what does not apply, as they are', () => {
    const typed = valued([{ title: 'Folder', where: 'Office' }]);
    expect(withEvidence({ type: 'evidence' }, typed, 2)).toEqual({ ...typed, evidence: 2 });
    expect(withEvidence({ type: 'level' }, notApplicable(), 2)).toEqual(notApplicable());
    expect(withEvidence({ type: 'level' }, undefined, 0)).toBeUndefined();
  });
});
