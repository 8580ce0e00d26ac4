// For specs only: two questions with choices, and a third that may hang on them.
import { questionsOf } from '../questionnaire';
import type { Condition, Template } from '../questionnaire';
import { aQuestion, aSection, aTemplate } from '../questionnaire/builders';

const choices = [{ key: 'y', label: 'Yes' }, { key: 'n', label: 'No' }, { key: 'p', label: 'Partly, so far' }];

export const aTemplateWith = (showIf?: Condition): Template => aTemplate([aSection('1', [
  aQuestion('1.1', { type: 'choice', choices, weight: 0 }),
  aQuestion('1.2', { type: 'choices', choices, weight: 0 }),
  aQuestion('1.3', { type: 'choice', choices, weight: 0, showIf }),
])]);

export const [one, two] = questionsOf(aTemplateWith()).map(({ key }) => key) as [string, string];
export const is = (question: string, ...keys: string[]): Condition => ({ question, is: keys });
