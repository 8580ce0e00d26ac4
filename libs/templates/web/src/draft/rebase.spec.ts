import { describe, expect, it } from '@jest/globals';
import { applyEdits, type Edit } from '@attest/domain/authoring';
import { questionsOf, type Question, type Template } from '@attest/domain/questionnaire';
import { aQuestion, aSection, aTemplate } from '../../../../domain/src/questionnaire/builders';
import { joined, rebased } from './rebase';

// numbered by hand, so that numbers stay as they are
const draft = aTemplate([aSection('5', [aQuestion('5.3', { help: 'Ask the office.' })])]);
const [question] = questionsOf(draft) as [Question];
const change = (changes: Partial<Question>): Edit => ({ edit: 'change-question', question: Object.fromEntries(Object.entries({ ...question, ...changes }).filter(([, value]) => value !== undefined)) as unknown as Question });
const after = (template: Template, edit: Edit): Template => {
  const made = applyEdits(template, [edit]);
  if ('refused' in made) throw new Error(made.refused);
  return made.template;
};
const together = (mine: Partial<Question>, theirs: Partial<Question>) => {
  const now = after(draft, change(theirs));
  return questionsOf(after(now, rebased(change(mine), draft, now)))[0]!;
};

describe('two people in one question', () => {
  it('keeps what each of them changed', () =>
    expect(together({ wording: 'My wording?' }, { title: 'Their title' })).toMatchObject({ wording: 'My wording?', title: 'Their title' }));
  it('takes out what one of them took out', () =>
    expect(together({ help: undefined }, { title: 'Their title' })).not.toHaveProperty('help'));
  it('makes the later change of the same thing, which says so by being there', () =>
    expect(together({ title: 'Mine' }, { title: 'Theirs' }).title).toBe('Mine'));
  it('leaves their new number alone', () => expect(together({ title: 'Mine' }, { ref: '7.7' }).ref).toBe('7.7'));
});

describe('what is typed', () => {
  it('is one edit as long as it is of one question', () => expect(joined([change({ title: 'a' })], [change({ title: 'ab' })])).toEqual([change({ title: 'ab' })]));
  it('is one edit as long as it is of the settings', () =>
    expect(joined([{ edit: 'settings', changes: { title: 'a' } }], [{ edit: 'settings', changes: { purpose: 'b' } }])).toEqual([{ edit: 'settings', changes: { title: 'a', purpose: 'b' } }]));
  it('is two edits of two things', () => expect(joined([change({ title: 'a' })], [{ edit: 'settings', changes: { title: 'a' } }])).toBeNull());
});
