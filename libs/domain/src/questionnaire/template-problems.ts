import { applicabilityProblems } from './applicability-problems';
import { conditionProblems } from './condition-problems';
import { questionProblems, weightProblems } from './question-problems';
import { scaleProblems, scoringProblems } from './scale-problems';
import { signOffProblems } from './sign-off';
import type { Section, Template } from './template';
import { problemAt, repeated } from './template-problem';
import type { Report, TemplateProblem } from './template-problem';

/** Everything that forbids publishing a template, in the order a reader meets it. Empty means it may be published. */
export function templateProblems(template: Template): Report {
  return [
    ...duplicates(template),
    ...template.scales.flatMap(scaleProblems),
    ...scoringProblems(template),
    ...template.sections.flatMap((section) => [
      ...sectionProblems(template, section),
      ...section.questions.flatMap((question) => [
        ...questionProblems(template, question),
        ...applicabilityProblems(template.audience, question.ref, question.appliesTo),
      ]),
    ]),
    ...conditionProblems(template),
    ...signOffProblems(template),
  ];
}

function sectionProblems(template: Template, section: Section): Report {
  const problem = problemAt(section.ref);
  return [
    ...(section.questions.length === 0 ? [problem('section-empty', `Section ${section.ref} asks nothing: add a question or take it out.`)] : []),
    ...weightProblems(section.ref, section.weight),
    ...applicabilityProblems(template.audience, section.ref, section.appliesTo),
  ];
}

/** Sections and questions are looked up by key and printed by number, so within each kind both have to be the only one. */
function duplicates({ sections, scales }: Template): readonly TemplateProblem[] {
  const questions = sections.flatMap((section) => section.questions);
  return [
    ...[['scales', scales], ['sections', sections], ['questions', questions]].flatMap(([kind, things]) =>
      repeated((things as readonly { key: string }[]).map(({ key }) => key)).map((key) =>
        problemAt(key)('key-duplicate', `Two ${kind as string} have the key "${key}": give each its own.`),
      ),
    ),
    ...repeated([...sections, ...questions].map(({ ref }) => ref)).map((ref) =>
      problemAt(ref)('ref-duplicate', `The number ${ref} is printed twice: give each section and question its own.`),
    ),
  ];
}
