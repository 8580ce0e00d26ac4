import { answerProblems, blockersToSubmit, isAnswered, isNotApplicable, withEvidence, type Answer, type Question, type Template } from '@attest/domain/questionnaire';
import type { QuestionView } from '@attest/shared/client';
import { soundPieces } from '../evidence/evidence-words';
import type { Wrong } from '@attest/shared/ui';

/** The fields of the page, by what is wanted of them. */
const fields: Readonly<Record<string, string>> = {
  'explanation-missing': 'note', 'reason-missing': 'reason', 'evidence-missing': 'evidence',
};

/** What an answer that has been begun still lacks. Leaving a question out is not wrong: questions may be done in any order. */
export function unfinished(view: QuestionView, answer: Answer): readonly Wrong[] {
  const begun = isAnswered(answer) || isNotApplicable(answer) || answer.note.trim() !== '';
  if (!begun) return [];
  const question = questionIn(view);
  const template = templateOf(view, question);
  const problems = answerProblems(template, question, answer).map(({ detail }) => ({ where: 'answer', detail }));
  if (problems.length > 0) return problems;
  return blockersToSubmit(template, anybody, { [view.key]: withEvidence(question, answer, soundPieces(view))! })
    .map(({ code, detail }) => ({ where: fields[code] ?? wordsField(view, code), detail }));
}

const wordsField = ({ type }: QuestionView, code: string) => (code === 'too-many-words' && type !== 'text' ? 'note' : 'answer');

const anybody = { kind: 'school', phase: null, sector: null, features: [] } as const;

/** The rules of the domain read a template; this one asks this question only. */
function templateOf({ levels }: QuestionView, question: Question): Template {
  return {
    code: '', edition: '', title: '', audience: 'school', purpose: '', effectiveFrom: '', legalBasis: [],
    scales: [{ key: 'scale', name: '', levels }],
    scoring: { rule: '', resultScale: 'scale', bands: [] },
    sections: [{ key: 'section', ref: '', title: '', intro: '', weight: 0, questions: [question] }],
    declaration: { role: '', wording: '' },
  };
}

function questionIn({ key, ref, title, wording, type, basis, required, naAllowed, explanation, evidenceRule, choices, words, minimum, maximum }: QuestionView): Question {
  return {
    key, ref, title, wording, type, basis, required, naAllowed, explanation, evidenceRule, choices, weight: 0, scale: 'scale',
    words: words ?? undefined, minimum: minimum ?? undefined, maximum: maximum ?? undefined,
  };
}
