import type { Template } from '../questionnaire';

/** Numbers one after the other: sections from that of the first, which may be 0, and within each its questions from 1. */
export function renumbered(template: Template): Template {
  const first = /^\d+$/.test(template.sections[0]?.ref ?? '') ? Number(template.sections[0]!.ref) : 1;
  // a first section that was moved or taken away does not take the beginning of the numbers with it
  const from = Math.min(first, 1);
  return {
    ...template,
    sections: template.sections.map((section, at) => {
      const ref = String(from + at);
      return { ...section, ref, questions: section.questions.map((question, below) => ({ ...question, ref: `${ref}.${below + 1}` })) };
    }),
  };
}

export function isNumbered(template: Template): boolean {
  const refs = ({ sections }: Template) => sections.flatMap(({ ref, questions }) => [ref, ...questions.map((question) => question.ref)]).join(' ');
  return refs(template) === refs(renumbered(template));
}
