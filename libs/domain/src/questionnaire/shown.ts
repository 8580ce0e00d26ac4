import type { Answer, Answers } from './answer';
import { isAnswered, isNotApplicable } from './answer-state';
import { scaleOf } from './points';
import type { Question, Template } from './template';

/** What the library shows for a question is kept beside its answer; the rules read it as part of it. */
export function withEvidence(question: Pick<Question, 'type'>, answer: Answer | undefined, pieces: number): Answer | undefined {
  if (pieces === 0 || isNotApplicable(answer)) return answer;
  const said = answer ?? { level: null, value: null, note: '', naReason: null };
  // where evidence is the answer, whoever shows some has answered
  if (question.type === 'evidence' && !isAnswered(said)) return { ...said, value: [{ title: 'Kept in the evidence library', where: '' }], evidence: pieces };
  return { ...said, evidence: pieces };
}

/** The same for all questions of a template, by key. */
export function withAllEvidence(questions: readonly Question[], answers: Answers, pieces: Readonly<Record<string, number>>): Answers {
  const shown = questions.flatMap((question) => {
    const answer = withEvidence(question, Object.hasOwn(answers, question.key) ? answers[question.key] : undefined, Object.hasOwn(pieces, question.key) ? pieces[question.key]! : 0);
    return answer === undefined ? [] : [[question.key, answer] as const];
  });
  return { ...answers, ...Object.fromEntries(shown) };
}

/** Whether something has to be shown for this answer. Where evidence is the answer itself, that is said by answering. */
export function mustBeShown(template: Pick<Template, 'scales'>, { evidenceRule = 'optional', type, scale }: Question, answer: Answer): boolean {
  if (type === 'evidence' || isNotApplicable(answer)) return false;
  if (evidenceRule === 'required') return true;
  return evidenceRule === 'if-met' && scaleOf(template, scale)?.levels.find(({ key }) => key === answer.level)?.meets === true;
}
