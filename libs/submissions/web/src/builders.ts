import type { AnswerView, LevelView, QuestionView, SavedAnswer, SubmissionView } from '@attest/shared/client';

// Scenes for the tests of this library.

export const levels: LevelView[] = [
  { key: 'green', letter: 'G', word: 'Met', colour: 'green', score: 2, meets: true, meaning: '' },
  { key: 'amber', letter: 'A', word: 'Partly met', colour: 'amber', score: 1, meets: false, meaning: '' },
  { key: 'red', letter: 'R', word: 'Not met', colour: 'red', score: 0, meets: false, meaning: '' },
];

/** A rated question, numbered as its key says, unless told otherwise. */
export function aQuestion(changes: Partial<QuestionView> = {}): QuestionView {
  return {
    id: 'q1', key: 'q1', ref: '3.1', title: 'Filtering and monitoring', wording: 'How well does your filtering protect pupils?', type: 'level',
    basis: 'statutory', help: null, evidence: [], evidenceRule: 'none', shown: [], citations: [], required: true, naAllowed: false, critical: false, isNew: false, levels,
    descriptors: { green: 'Tested this year.', amber: 'In place, not tested.', red: 'Not in place.' }, choices: [], table: null, oneLine: false, explanation: 'optional', words: 50,
    minimum: null, maximum: null, answer: null, lastRound: null, lastRounds: [], earlier: [], ...changes,
  };
}

export function aReturn(questions: readonly QuestionView[] = [aQuestion(), aQuestion({ id: 'q2', key: 'q2', ref: '3.2', title: 'Online safety policy' })], changes: Partial<SubmissionView> = {}): SubmissionView {
  return {
    id: 's1', state: 'in-progress', round: { id: 'r1', name: 'Section 175 return 2026-27' }, organisation: { id: 'o1', name: 'Oakfield Primary' },
    audience: 'school', title: 'Survey', edition: '2026-27', purpose: 'To look at ourselves.', legalBasis: [], dueOn: '2026-12-10', finalOn: '2026-12-24',
    daysLeft: 18, lastSavedAt: null, progress: { answered: 0, required: questions.length }, result: null,
    sections: [{ key: 'online', ref: '3', title: 'Online safety', intro: '', answered: 0, required: questions.length, state: 'not-started', result: null, questions: [...questions] }],
    blockers: [], declarationRole: 'Designated Safeguarding Lead', declaration: 'True.', signOff: [], reopened: null, reference: null, closedBecause: null, keptDrafts: [], moves: ['answer'],
    versionId: 'v1', follows: null, carried: null, setAside: [], unchangedWords: { unchanged: 0, of: 0 }, ...changes,
  };
}

export function anAnswer(changes: Partial<AnswerView> = {}): AnswerView {
  return { level: null, value: null, note: '', naReason: null, toCheck: false, carried: null, byGuest: false, version: 1, updatedBy: 'J Ahmed', updatedAt: '2026-11-22T10:42:00.000Z', ...changes };
}

export function aSavedAnswer(answer: Partial<AnswerView>, changes: Partial<SavedAnswer> = {}): SavedAnswer {
  return { answer: anAnswer(answer), progress: { answered: 1, required: 2 }, questionsChanged: false, ...changes };
}
