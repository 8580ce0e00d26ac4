import { describe, expect, it } from '@jest/globals';
import { applyEdits } from '@attest/domain/authoring';
import { questionsOf, templateProblems, type Template } from '@attest/domain/questionnaire';
import { aQuestion, aSection, aTemplate } from '../../../../domain/src/questionnaire/builders';
import { addQuestion, addSection, duplicate, moveBy, moveTo, remove, withType, type Command } from './commands';

const comesFrom = (key: string) => ({ lineage: { kind: 'same' as const, from: [key] } });
const draft = aTemplate([
  aSection('1', [aQuestion('1.1', comesFrom('a')), aQuestion('1.2', comesFrom('b'))]),
  aSection('2', [aQuestion('2.1', comesFrom('c'))]),
], { follows: '2025-26' });
const made = (command: Command | null): Template => {
  const result = applyEdits(draft, command!.edits);
  if ('refused' in result) throw new Error(result.refused);
  return result.template;
};
const outline = (template: Template) => template.sections.map(({ key, questions }) => `${key}: ${questions.map((question) => question.key).join(' ')}`);

describe('the outline', () => {
  it('takes a new question after the one looked at', () => expect(outline(made(addQuestion(draft, 'q-1.1', 'new')))).toEqual(['s-1: q-1.1 new q-1.2', 's-2: q-2.1']));
  it('takes a new question at the end of the section looked at', () => expect(outline(made(addQuestion(draft, 's-1', 'new')))[0]).toBe('s-1: q-1.1 q-1.2 new'));
  it('numbers what comes after', () => expect(questionsOf(made(addQuestion(draft, 'q-1.1', 'new'))).map(({ ref }) => ref)).toEqual(['1.1', '1.2', '1.3', '2.1']));
  it('takes a new section after the one looked at', () => expect(outline(made(addSection(draft, 'q-1.1', 'new')))).toEqual(['s-1: q-1.1 q-1.2', 'new: ', 's-2: q-2.1']));
  it('moves a question on into the next section', () => expect(outline(made(moveBy(draft, 'q-1.2', 1)))).toEqual(['s-1: q-1.1', 's-2: q-1.2 q-2.1']));
  it('moves nothing beyond its ends', () => expect([moveBy(draft, 'q-1.1', -1), moveBy(draft, 's-2', 1)]).toEqual([null, null]));
  it('moves a section after another', () => expect(outline(made(moveTo(draft, 's-1', 's-2')))).toEqual(['s-2: q-2.1', 's-1: q-1.1 q-1.2']));
  it('moves a question to another section', () => expect(outline(made(moveTo(draft, 'q-1.1', 's-2')))).toEqual(['s-1: q-1.2', 's-2: q-2.1 q-1.1']));
});

describe('a question that is removed', () => {
  it('is called retired when the edition before asked it', () => expect(made(remove(draft, 'q-1.1')).retired).toEqual([{ key: 'a', ref: '1.1', title: 'Title 1.1', note: '' }]));
  it('is not when another comes from the same', () => {
    const split = aTemplate([aSection('1', [aQuestion('1.1', comesFrom('a')), aQuestion('1.2', comesFrom('a'))])], { follows: '2025-26' });
    expect(remove(split, 'q-1.1')!.edits).toEqual([{ edit: 'remove-question', key: 'q-1.1' }]);
  });
  it('leaves the eye on what stands in its place', () => expect([remove(draft, 'q-1.1')!.focus, remove(draft, 'q-2.1')!.focus]).toEqual(['q-1.2', 's-2']));
});

it('gives a copy keys of its own and no past', () => {
  let n = 0;
  const template = made(duplicate(draft, 's-1', () => `copy-${++n}`));
  expect(outline(template)).toEqual(['s-1: q-1.1 q-1.2', 'copy-1: copy-2 copy-3', 's-2: q-2.1']);
  expect(template.sections[1]!.questions.map(({ lineage }) => lineage!.kind)).toEqual(['new', 'new']);
});

describe('another type', () => {
  const question = aQuestion('1.1', { critical: true, words: 50 });
  it.each(['number', 'text', 'person', 'date', 'choice', 'table', 'declaration', 'evidence', 'percentage'] as const)('%s leaves nothing behind that would be a problem', (type) => {
    const problems = templateProblems(aTemplate([aSection('1', [withType(draft, question, type)])]));
    expect(problems.filter(({ code }) => code !== 'wording-missing')).toEqual([]);
  });
  it('and back is a rating again, whose levels have to be described', () => {
    const codes = templateProblems(aTemplate([aSection('1', [withType(draft, withType(draft, question, 'text'), 'level')])])).map(({ code }) => code);
    expect(new Set(codes)).toEqual(new Set(['descriptor-missing']));
  });
});
