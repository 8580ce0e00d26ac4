import type { Question, Scale, Template } from '@attest/domain/questionnaire';

/**
 * The editions of past years, made from this year's by leaving out what was not yet asked. The oldest school survey
 * was graded 1 to 4 with 1 as the best: a scale nobody may draw a trend across.
 */
export function pastEditions(current: Template): Template[] {
  const years = ['2025-26', '2024-25', '2023-24'];
  return years.map((edition) => {
    const past = asOf(current, edition);
    return edition === '2023-24' && current.code === 'section-175' ? gradedOneToFour(past) : past;
  });
}

function asOf(current: Template, edition: string): Template {
  const asked = ({ since }: Question) => !since || since <= edition;
  const sections = current.sections
    .map((section) => ({ ...section, questions: section.questions.filter(asked).map((question, index) => ({ ...question, ref: `${section.ref}.${index + 1}` })) }))
    .filter((section) => section.questions.length > 0);
  const kept = new Set(sections.flatMap(({ questions }) => questions.map(({ key }) => key)));
  // one signature was enough then
  const { signOff: _, ...then } = current;
  return {
    ...then, edition,
    title: current.title.replace(current.edition, edition),
    effectiveFrom: `${edition.slice(0, 4)}-09-01`,
    sections: sections.map((section) => ({ ...section, questions: section.questions.map((question) => withoutLost(question, kept)) })),
  };
}

/** A condition on a question that was not yet asked falls away. */
function withoutLost(question: Question, kept: ReadonlySet<string>): Question {
  const { showIf, ...rest } = question;
  return showIf && mentions(showIf).every((key) => kept.has(key)) ? question : rest;
}

function mentions(condition: NonNullable<Question['showIf']>): string[] {
  if ('question' in condition) return [condition.question];
  if ('not' in condition) return mentions(condition.not);
  return ('all' in condition ? condition.all : condition.any).flatMap(mentions);
}

const oneToFour: Scale = {
  key: 'one-to-four', name: 'Grades 1 to 4, where 1 is the best', levels: [
    { key: 'grade-1', letter: '1', word: 'Embedded', colour: 'blue', score: 1, meets: true, meaning: 'Part of everyday practice and shown to work.' },
    { key: 'grade-2', letter: '2', word: 'In place', colour: 'green', score: 2, meets: true, meaning: 'In place for everybody who needs it.' },
    { key: 'grade-3', letter: '3', word: 'Developing', colour: 'amber', score: 3, meets: false, meaning: 'Started, with a named gap.' },
    { key: 'grade-4', letter: '4', word: 'Not in place', colour: 'red', score: 4, meets: false, meaning: 'Not started.' },
  ],
};

function gradedOneToFour(template: Template): Template {
  const grades: Record<string, string> = { green: 'grade-2', amber: 'grade-3', red: 'grade-4' };
  const regraded = (question: Question): Question => {
    const { showIf, ...rest } = question;
    const base = showIf && JSON.stringify(showIf).match(/"(green|amber|red)"/) ? rest : question;
    if (question.scale !== 'rag') return base;
    const { green = '', amber = '', red = '' } = question.descriptors ?? {};
    return { ...base, scale: 'one-to-four', descriptors: { 'grade-1': `Beyond what is asked: ${lowerFirst(green)}`, [grades['green']!]: green, [grades['amber']!]: amber, [grades['red']!]: red } };
  };
  return {
    ...template,
    scales: [oneToFour, ...template.scales.filter(({ key }) => key !== 'rag')],
    scoring: { ...template.scoring, resultScale: 'one-to-four', bands: [{ level: 'grade-1', from: 88 }, { level: 'grade-2', from: 62 }, { level: 'grade-3', from: 30 }, { level: 'grade-4', from: 0 }] },
    sections: template.sections.map((section) => ({ ...section, questions: section.questions.map(regraded) })),
  };
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
