// For specs only: the smallest valid questionnaire, to be changed in the one respect a test is about.
import type { Answer, AnswerValue } from './answer';
import type { OrganisationProfile } from './organisation-profile';
import type { Level, Question, Scale, Section, Template } from './template';

const aLevel = (key: string, word: string, score: number, meets: boolean): Level => ({
  key, letter: key[0]!.toUpperCase(), word, colour: meets ? 'green' : 'red', score, meets, meaning: `What ${word} means`,
});

export const rag: Scale = {
  key: 'rag',
  name: 'RAG',
  levels: [aLevel('green', 'Green', 2, true), aLevel('amber', 'Amber', 1, false), aLevel('red', 'Red', 0, false)],
};

/** 1 is best. */
export const oneToFour: Scale = {
  key: 'one-to-four',
  name: 'Levels 1 to 4',
  levels: [aLevel('1', 'Level 1', 1, true), aLevel('2', 'Level 2', 2, true), aLevel('3', 'Level 3', 3, false), aLevel('4', 'Level 4', 4, false)],
};

/** 3 is best. */
export const threeToNought: Scale = {
  key: 'three-to-nought',
  name: 'Scores 0 to 3',
  levels: [aLevel('3', 'Score 3', 3, true), aLevel('2', 'Score 2', 2, true), aLevel('1', 'Score 1', 1, false), aLevel('0', 'Score 0', 0, false)],
};

export const aSchool: OrganisationProfile = { kind: 'school', phase: 'primary', sector: null, features: ['maintained'] };

/** A rated question on the RAG scale unless told otherwise; another type drops what belongs to rating. */
export function aQuestion(ref: string, changes: Partial<Question> = {}, scale: Scale = rag): Question {
  const rated = (changes.type ?? 'level') === 'level';
  return {
    key: `q-${ref}`, ref, title: `Title ${ref}`, wording: `Wording of ${ref}?`, type: 'level', basis: 'local',
    required: true, naAllowed: true, weight: rated ? 1 : 0, explanation: 'optional',
    ...(rated ? { scale: scale.key, descriptors: Object.fromEntries(scale.levels.map(({ key, word }) => [key, `${word} in ${ref}`])) } : {}),
    ...changes,
  };
}

export function aSection(ref: string, questions: readonly Question[], changes: Partial<Section> = {}): Section {
  return { key: `s-${ref}`, ref, title: `Section ${ref}`, intro: '', weight: 1, questions, ...changes };
}

export function aTemplate(sections: readonly Section[], changes: Partial<Template> = {}): Template {
  return {
    code: 'sample', edition: '2026-27', title: 'Sample', audience: 'school', purpose: 'To test.', effectiveFrom: '2026-09-01',
    legalBasis: [], scales: [rag, oneToFour, threeToNought],
    scoring: { rule: 'attest-1', resultScale: 'rag', bands: [{ level: 'green', from: 80 }, { level: 'amber', from: 50 }, { level: 'red', from: 0 }] },
    sections, declaration: { role: 'Designated Safeguarding Lead', wording: 'This is true.' },
    ...changes,
  };
}

const silent: Answer = { level: null, value: null, note: '', naReason: null };
export const rated = (level: string, note = ''): Answer => ({ ...silent, level, note });
export const valued = (value: AnswerValue, note = ''): Answer => ({ ...silent, value, note });
export const notApplicable = (naReason = 'We have none'): Answer => ({ ...silent, naReason });
export const noted = (note: string): Answer => ({ ...silent, note });
