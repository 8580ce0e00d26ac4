import type { Answer, Answers } from './answer';
import { answerProblems } from './answer-problems';
import { answerTo, isAnswered, isBlank, isNotApplicable, isPerson, saysSomething } from './answer-state';
import { askedQuestions } from './asked';
import type { OrganisationProfile } from './organisation-profile';
import { mustBeShown } from './shown';
import type { Question, Template } from './template';
import { wordCount } from './words';

export interface Blocker {
  readonly questionKey: string;
  readonly ref: string;
  readonly code: 'unanswered' | 'to-check' | 'explanation-missing' | 'reason-missing' | 'too-many-words' | 'person-incomplete' | 'evidence-missing';
  /** What to do about it, such as "Rate 3.2 Filtering and monitoring". */
  readonly detail: string;
}

/** What still stands between a return and its submission, in printed order. Only questions that are asked and required. */
export function blockersToSubmit(template: Template, profile: OrganisationProfile, answers: Answers): readonly Blocker[] {
  return askedQuestions(template, profile, answers)
    .flatMap(({ questions }) => questions)
    .flatMap((question) => blockersOf(template, question, answerTo(answers, question.key)));
}

/** Of one question that is asked. */
export function blockersOf(template: Template, question: Question, answer: Answer | undefined): readonly Blocker[] {
  if (!question.required) return [];
  const { key: questionKey, ref } = question;
  const name = `${ref} ${question.title}`;
  const rated = question.type === 'level';
  const block = (code: Blocker['code'], detail: string): Blocker => ({ questionKey, ref, code, detail });

  if (answer?.toCheck && saysSomething(answer)) return [block('to-check', `Check ${name}: nobody has said yet that its answer still holds`)];
  // An answer that could not be stored today may have come with a change of version; it has to be given again.
  if (answer === undefined || answerIsUnusable(template, question, answer)) return [block('unanswered', `${rated ? 'Rate' : 'Answer'} ${name}`)];
  if (isNotApplicable(answer)) return isBlank(answer.naReason) ? [block('reason-missing', `Say why ${name} does not apply`)] : [];

  const blockers: Blocker[] = [];
  if (question.type === 'person' && answer.value !== null && isPerson(answer.value) && (isBlank(answer.value.name) || isBlank(answer.value.role))) {
    blockers.push(block('person-incomplete', `Give both a name and a role for ${name}`));
  }
  if (question.explanation === 'required' && isBlank(answer.note)) {
    blockers.push(block('explanation-missing', `Explain your ${rated ? 'rating of' : 'answer to'} ${name}`));
  }
  if (mustBeShown(template, question, answer) && !answer.evidence) blockers.push(block('evidence-missing', `Add evidence for ${name}`));
  const words = wordCount(limitedText(question, answer));
  if (question.words !== undefined && words > question.words) {
    const what = question.type === 'text' ? 'answer to' : 'explanation of';
    blockers.push(block('too-many-words', `Shorten your ${what} ${name} to ${question.words} words (it has ${words})`));
  }
  return blockers;
}

function answerIsUnusable(template: Template, question: Question, answer: Answer): boolean {
  const silent = !isAnswered(answer) && !isNotApplicable(answer);
  return silent || answerProblems(template, question, answer).some(({ code }) => code !== 'text-too-long');
}

/** The limit is on the answer of a `text` question and on the explanation of any other. */
function limitedText(question: Question, { value, note }: Answer): string {
  if (question.type !== 'text') return note;
  return typeof value === 'string' ? value : '';
}
