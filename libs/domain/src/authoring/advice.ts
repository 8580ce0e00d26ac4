import { wordCount } from '../questionnaire';
import type { Citation, Question, Template } from '../questionnaire';
import { minutesFor } from './minutes';
import { readingAge } from './reading-age';
import { unreachableQuestions } from './reachable';

/** What would make a template better. Unlike a problem it never stands in the way of publishing. */
export interface Advice {
  /** Printed number of the section or question. */
  readonly where: string;
  readonly code: AdviceCode;
  readonly detail: string;
}

export type AdviceCode =
  | 'double-barrelled' | 'question-long' | 'reading-age' | 'descriptors-alike' | 'evidence-example-missing' | 'citation-stale'
  | 'citation-unverified' | 'question-unreachable' | 'section-long' | 'help-missing' | 'table-discouraged';

/** The edition of a source that is in force, by the title templates cite it under. */
export type CurrentEditions = Readonly<Record<string, string>>;

/** Words in one question, years of age to read it, and minutes for one section, above which it is worth saying so. */
export const limits = { words: 40, readingAge: 14, minutes: 30 } as const;

export function adviceOn(template: Template, current: CurrentEditions = {}): readonly Advice[] {
  const unreachable = new Set(unreachableQuestions(template));
  return template.sections.flatMap((section) => [
    ...sectionAdvice(section.ref, section.questions),
    ...section.questions.flatMap((question) => [
      ...(unreachable.has(question.ref) ? [advice(question, 'question-unreachable', `Nobody is ever asked ${question.ref}: look at who it is for and what it depends on.`)] : []),
      ...wordingAdvice(question),
      ...descriptorAdvice(question),
      ...evidenceAdvice(question),
      ...(question.citations ?? []).flatMap((citation) => citationAdvice(question, citation, current)),
    ]),
  ]);
}

const advice = ({ ref }: Pick<Question, 'ref'>, code: AdviceCode, detail: string): Advice => ({ where: ref, code, detail });

function sectionAdvice(ref: string, questions: readonly Question[]): readonly Advice[] {
  const minutes = Math.round(questions.reduce((sum, question) => sum + minutesFor(question), 0));
  return minutes > limits.minutes ? [{ where: ref, code: 'section-long', detail: `Section ${ref} takes about ${minutes} minutes: people can share shorter ones.` }] : [];
}

/** "Staff and volunteers are trained and supervised" cannot be answered by whoever does one and not the other. */
const two = /\b(?:and|or)\b(?=[^,.]*\b(?:and|or)\b)|\band\/or\b|\?[^?]*\?/i;

function wordingAdvice(question: Question): readonly Advice[] {
  const { ref, type, wording, help = '' } = question;
  const words = wordCount(wording);
  const age = readingAge([wording, help].join(' '));
  return [
    ...(words > limits.words ? [advice(question, 'question-long', `${ref} has ${words} words: say it in ${limits.words} or fewer.`)] : []),
    ...(type !== 'declaration' && two.test(wording) ? [advice(question, 'double-barrelled', `${ref} seems to ask two things at once: whoever does only one of them cannot answer it.`)] : []),
    ...(age > limits.readingAge ? [advice(question, 'reading-age', `${ref} reads easily from about the age of ${age}: shorter sentences and words would help everybody.`)] : []),
    ...(type === 'level' && help.trim() === '' ? [advice(question, 'help-missing', `${ref} has no help: one sentence saves many telephone calls.`)] : []),
    ...(type === 'table' ? [advice(question, 'table-discouraged', `${ref} is a table, which is slow on a telephone: would a few numbers do?`)] : []),
  ];
}

/** Descriptors that share most of their words tell nobody which one they are. */
function descriptorAdvice(question: Question): readonly Advice[] {
  const texts = Object.values(question.descriptors ?? {}).map((text) => new Set(text.toLowerCase().match(/[\p{L}\d]{3,}/gu) ?? []));
  const alike = texts.some((one, at) => texts.slice(at + 1).some((other) => one.size > 3 && other.size > 3 && overlap(one, other) > 0.8));
  return alike ? [advice(question, 'descriptors-alike', `Two levels of ${question.ref} are described almost alike: say what one can see at each.`)] : [];
}

/** Shared words out of all words, 0 to 1 (Jaccard). */
function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((word) => other.has(word)).length;
  return shared / (one.size + other.size - shared);
}

function evidenceAdvice(question: Question): readonly Advice[] {
  const asks = question.evidenceRule === 'required' || question.evidenceRule === 'if-met' || question.type === 'evidence';
  return asks && (question.evidence ?? []).length === 0
    ? [advice(question, 'evidence-example-missing', `${question.ref} asks for evidence: say what it may look like.`)] : [];
}

function citationAdvice(question: Question, { title, version, unverified }: Citation, current: CurrentEditions): readonly Advice[] {
  const now = Object.hasOwn(current, title) ? current[title] : undefined;
  return [
    ...(now !== undefined && now !== version ? [advice(question, 'citation-stale', `${question.ref} cites ${title} of ${version}; the edition of ${now} is in force.`)] : []),
    ...(unverified ? [advice(question, 'citation-unverified', `Somebody should check where ${question.ref} says that ${title} is to be found.`)] : []),
  ];
}
