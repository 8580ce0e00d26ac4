import { answerProblems, answerTo, askedQuestions, questionsOf, saysSomething } from '../questionnaire';
import type { Answer, Answers, OrganisationProfile, Question, Template } from '../questionnaire';
import type { Carrying } from './carry';

/** An answer that goes over to a question of the new version. */
export interface MovedAnswer {
  readonly from: string;
  readonly to: string;
  /** Counts as unanswered from here on, until somebody has looked. */
  readonly toCheck: boolean;
}

/** What becomes of one return. An answer that says nothing goes along and is not counted. */
export interface CarriedReturn {
  /** By key of the new version. */
  readonly answers: Answers;
  readonly moved: readonly MovedAnswer[];
  /** Keys of the version before. */
  readonly kept: readonly string[];
  readonly toCheck: readonly string[];
  readonly setAside: readonly string[];
  /** Keys of the new version that this organisation is asked for the first time. */
  readonly added: readonly string[];
}

/** What `carrying` does to the answers of one organisation. The version must not be `incompatible`. */
export function carryReturn(before: Template, after: Template, carrying: Carrying, profile: OrganisationProfile, answers: Answers): CarriedReturn {
  const questions = new Map(questionsOf(after).map((question) => [question.key, question]));
  const moved = carrying.carried.flatMap(({ from, to, fate }): MovedAnswer[] => {
    const answer = answerTo(answers, from);
    if (!answer || carriedAnswer(after, questions.get(to)!, answer) === null) return [];
    return [{ from, to, toCheck: saysSomething(answer) && (fate === 'to-check' || (answer.toCheck ?? false)) }];
  });
  const going = new Map(moved.map((one) => [one.from, one]));
  const said = Object.keys(answers).filter((key) => saysSomething(answers[key]!));
  const now = Object.fromEntries(moved.map(({ from, to, toCheck }): [string, Answer] => [to, { ...answers[from]!, toCheck }]));
  return {
    answers: now, moved,
    kept: said.filter((key) => going.get(key)?.toCheck === false),
    toCheck: said.filter((key) => going.get(key)?.toCheck),
    setAside: said.filter((key) => !going.has(key)),
    added: addedFor(before, after, carrying, profile, answers, now),
  };
}

/** The answer as it stands at the new question; null when it has to be given again. */
export function carriedAnswer(after: Template, question: Question, answer: Answer): Answer | null {
  return !saysSomething(answer) || answerProblems(after, question, answer).length === 0 ? answer : null;
}

function addedFor(before: Template, after: Template, { carried }: Carrying, profile: OrganisationProfile, then: Answers, now: Answers): readonly string[] {
  const asked = (template: Template, answers: Answers) => askedQuestions(template, profile, answers).flatMap(({ questions }) => questions.map(({ key }) => key));
  const known = new Set(asked(before, then));
  const from = new Map(carried.map((one) => [one.to, one.from]));
  return asked(after, now).filter((key) => !known.has(from.get(key) ?? ''));
}
