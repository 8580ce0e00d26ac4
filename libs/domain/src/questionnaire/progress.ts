import type { Answers } from './answer';
import { answerTo, isAnswered, isBlank, isNotApplicable } from './answer-state';
import { askedQuestions } from './asked';
import { blockersOf } from './blockers';
import type { OrganisationProfile } from './organisation-profile';
import type { Question, Template } from './template';

/** How far a return has come. `asked` = `answered` + `notApplicable` + `unanswered`: three facts, never folded into two. */
export interface Progress extends Counts {
  /** Sections with nothing asked are not here. */
  readonly sections: readonly SectionProgress[];
}

export interface Counts {
  readonly asked: number;
  readonly answered: number;
  readonly notApplicable: number;
  readonly unanswered: number;
  readonly required: number;
  /** Required questions that still block submission, whatever the reason. 0 means it may be submitted. */
  readonly requiredLeft: number;
}

export interface SectionProgress extends Counts {
  readonly key: string;
  /** `completed`: nothing in it blocks submission, so a section of optional questions is completed from the start. */
  readonly state: 'not-started' | 'in-progress' | 'completed';
}

export function progressOf(template: Template, profile: OrganisationProfile, answers: Answers): Progress {
  const sections = askedQuestions(template, profile, answers).map(({ section, questions }) => {
    const counts = countsOf(template, questions, answers);
    return { key: section.key, ...counts, state: stateOf(counts, questions, answers) };
  });
  const total = (count: keyof Counts) => sections.reduce((sum, section) => sum + section[count], 0);
  return {
    asked: total('asked'),
    answered: total('answered'),
    notApplicable: total('notApplicable'),
    unanswered: total('unanswered'),
    required: total('required'),
    requiredLeft: total('requiredLeft'),
    sections,
  };
}

function countsOf(template: Template, questions: readonly Question[], answers: Answers): Counts {
  const count = (is: (question: Question) => boolean) => questions.filter(is).length;
  const answered = count(({ key }) => isAnswered(answerTo(answers, key)));
  const notApplicable = count(({ key }) => isNotApplicable(answerTo(answers, key)));
  return {
    asked: questions.length,
    answered,
    notApplicable,
    unanswered: questions.length - answered - notApplicable,
    required: count(({ required }) => required),
    requiredLeft: count((question) => blockersOf(template, question, answerTo(answers, question.key)).length > 0),
  };
}

function stateOf(counts: Counts, questions: readonly Question[], answers: Answers): SectionProgress['state'] {
  if (counts.requiredLeft === 0) return 'completed';
  // Words written before a rating is chosen are a start too.
  const started = counts.unanswered < counts.asked || questions.some(({ key }) => !isBlank(answerTo(answers, key)?.note));
  return started ? 'in-progress' : 'not-started';
}
