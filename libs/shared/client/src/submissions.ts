import type { OrganisationKind, QuestionType } from '@attest/domain/questionnaire';
import type { SubmissionState } from '@attest/domain/lifecycle';
import type { LevelView, NamedView } from './views';

export interface SubmissionSummary {
  id: string;
  round: NamedView;
  organisation: NamedView;
  audience: OrganisationKind;
  state: SubmissionState;
  dueOn: string;
  finalOn: string;
  /** Days until the due date; negative when it has passed. */
  daysLeft: number;
  answered: number;
  required: number;
  lastSavedAt: string | null;
  submittedAt: string | null;
  reference: string | null;
  /** The overall result, once submitted. */
  result: LevelView | null;
  /** What may be done now. */
  moves: string[];
}

export interface CitationView {
  title: string;
  where: string;
  version: string;
  url?: string;
  unverified?: boolean;
}

export interface AnswerView {
  level: string | null;
  value: unknown;
  note: string;
  naReason: string | null;
  /** Send it back in If-Match when changing this answer; 0 says there is none yet. */
  version: number;
  updatedBy: string;
  updatedAt: string;
}

/** What the same organisation said to the same concept in the round before. */
export interface LastAnswerView {
  roundName: string;
  submittedAt: string;
  by: string;
  level: LevelView | null;
  value: unknown;
  note: string;
  naReason: string | null;
  /** False where the scale has changed since, so that no movement may be shown. */
  comparable: boolean;
}

export interface ChoiceView {
  key: string;
  label: string;
}

export interface QuestionView {
  id: string;
  key: string;
  ref: string;
  title: string;
  wording: string;
  type: QuestionType;
  basis: 'statutory' | 'good-practice' | 'local';
  help: string | null;
  /** What evidence looks like. */
  evidence: string[];
  citations: CitationView[];
  required: boolean;
  naAllowed: boolean;
  /** Caps the result of its section. */
  critical: boolean;
  /** First asked in this edition. */
  isNew: boolean;
  /** The levels to choose from, best first; empty for questions that are not rated. */
  levels: LevelView[];
  /** What each level means for this question, by level key. */
  descriptors: Record<string, string>;
  choices: ChoiceView[];
  explanation: 'required' | 'optional' | 'none';
  words: number | null;
  minimum: number | null;
  maximum: number | null;
  answer: AnswerView | null;
  lastRound: LastAnswerView | null;
}

export interface SectionView {
  key: string;
  ref: string;
  title: string;
  intro: string;
  answered: number;
  asked: number;
  state: 'not-started' | 'in-progress' | 'completed';
  questions: QuestionView[];
}

export interface BlockerView {
  questionId: string;
  ref: string;
  code: string;
  detail: string;
}

export interface ProgressView {
  answered: number;
  required: number;
}

export interface SubmissionView {
  id: string;
  state: SubmissionState;
  round: NamedView;
  organisation: NamedView;
  audience: OrganisationKind;
  title: string;
  edition: string;
  purpose: string;
  legalBasis: CitationView[];
  dueOn: string;
  finalOn: string;
  daysLeft: number;
  lastSavedAt: string | null;
  progress: ProgressView;
  sections: SectionView[];
  /** What still stands in the way of submitting. */
  blockers: BlockerView[];
  declarationRole: string;
  declaration: string;
  reference: string | null;
  /** Why answers are not taken now, when they are not. */
  closedBecause: string | null;
  /** What may be done now: answer, submit, receipt. */
  moves: string[];
}

export interface SaveAnswer {
  /** Made by the sender once per change; sending it again is harmless. */
  operationId: string;
  level: string | null;
  value: unknown;
  note: string;
  naReason: string | null;
}

export interface SavedAnswer {
  answer: AnswerView;
  progress: ProgressView;
  /** True when this answer made other questions appear or disappear: read the return again. */
  questionsChanged: boolean;
}

export interface Submit {
  /** The declaration, read and made. */
  declared: boolean;
  name: string;
  role: string;
}

export interface PeerView {
  /** Null when the group is too small to say without revealing anybody. */
  band: 'higher' | 'in-line' | 'lower' | null;
  group: string;
  sentence: string;
}

export interface ResultView {
  /** Section key; empty for the whole return. */
  key: string;
  ref: string;
  title: string;
  level: LevelView | null;
  /** Points won out of points available. */
  percent: number | null;
  /** Why it is this level, in sentences. */
  explanation: string[];
  last: LevelView | null;
  /** Null when there is nothing comparable. */
  movement: 'up' | 'down' | 'same' | null;
  peers: PeerView;
}

export interface ReceiptView {
  submissionId: string;
  reference: string;
  submittedAt: string;
  submittedBy: string;
  role: string;
  declaration: string;
  /** SHA-256 of the frozen content. */
  sha256: string;
  organisation: NamedView;
  round: NamedView;
  lastRoundName: string | null;
  /** How many rated questions stand at each level. */
  levels: Record<string, number>;
  notApplicable: number;
  scale: LevelView[];
  overall: ResultView;
  sections: ResultView[];
}
