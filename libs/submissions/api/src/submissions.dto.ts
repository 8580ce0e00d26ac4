import { submissionStates } from '@attest/domain/lifecycle';
import { cellTypes, evidenceRules, lineageKinds, organisationKinds, questionTypes } from '@attest/domain/questionnaire';
import { Anything, CalendarDate, Decimal, Flag, Instant, LevelView, Many, NamedView, One, OneOf, Text, Texts, Uuid, Whole, Words } from '@attest/shared/api';
import { EditionView } from '@attest/templates/api';
import { SignOffStepView } from './signing/signing.dto';
import { ShownView } from './evidence/evidence.dto';
import { ProgressView } from './progress.dto';

export { ProgressView };

const bases = ['statutory', 'good-practice', 'local'] as const;
const explanations = ['required', 'optional', 'none'] as const;
const sectionStates = ['not-started', 'in-progress', 'completed'] as const;
const person = { type: 'object', properties: { name: { type: 'string' }, role: { type: 'string' }, email: { type: 'string' } }, required: ['name', 'role'] };
const shown = { type: 'object', properties: { title: { type: 'string' }, where: { type: 'string' } }, required: ['title', 'where'] };
const cells = { type: 'object', properties: { cells: { type: 'object', additionalProperties: { type: 'object', additionalProperties: { anyOf: [{ type: 'string' }, { type: 'number' }] } } } }, required: ['cells'] };
export const valueSchema = {
  description: 'Text, a number, an ISO date, a list of choice keys, {name, role, email}, {cells} by row and column, a list of {title, where}, or true: see the type of the question.',
  anyOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean', enum: [true] }, { type: 'array', items: { anyOf: [{ type: 'string' }, shown] } }, person, cells, { type: 'null' }],
};

export class SubmissionSummary {
  @Uuid() id: string;
  @One(() => NamedView) round: NamedView;
  @One(() => NamedView) organisation: NamedView;
  @OneOf(organisationKinds) audience: (typeof organisationKinds)[number];
  @OneOf(submissionStates) state: (typeof submissionStates)[number];
  @CalendarDate() dueOn: string;
  @CalendarDate() finalOn: string;
  @Whole({ min: -10_000, example: 18, description: 'Days until the due date; negative when it has passed.' }) daysLeft: number;
  @Whole() answered: number;
  @Whole() required: number;
  @Instant({ nullable: true }) lastSavedAt: string | null;
  @Instant({ nullable: true }) submittedAt: string | null;
  @Text({ nullable: true, example: 'S175-2627-7F3K' }) reference: string | null;
  @One(() => LevelView, { nullable: true, description: 'The overall result, once submitted.' }) result: LevelView | null;
  @Uuid({ description: 'Of the questionnaire' }) versionId: string;
  @Text({ nullable: true, example: '2025-26', description: 'The edition that it follows' }) follows: string | null;
  @One(() => CarriedView, { nullable: true }) carried: CarriedView | null;
  @Texts({ description: 'What may be done now.', example: ['answer'] }) moves: string[];
}

export class CitationView {
  @Text({ example: 'Keeping children safe in education' }) title: string;
  @Text({ example: 'Part 2, the designated safeguarding lead' }) where: string;
  @Text({ example: '1 September 2025' }) version: string;
  @Text({ optional: true }) url?: string;
  @Flag({ optional: true }) unverified?: boolean;
}

export class AnswerView {
  @Text({ nullable: true, example: 'amber' }) level: string | null;
  @Anything({ schema: valueSchema, example: null }) value: unknown;
  @Text() note: string;
  @Text({ nullable: true }) naReason: string | null;
  @Whole({ example: 3, description: 'Send it back in If-Match when changing this answer; 0 says there is none yet.' }) version: number;
  @Text({ example: 'J Ahmed' }) updatedBy: string;
  @Instant() updatedAt: string;
  @Flag({ example: false, description: 'Came over from other words and counts as unanswered: saving it, changed or as it is, says that it is true of the new ones.' }) toCheck: boolean;
  @OneOf(['unchanged', 'changed'], { nullable: true, description: 'Its words came from the round before, and were or were not changed since; null where they did not.' }) carried: 'unchanged' | 'changed' | null;
  @Flag({ example: false, description: 'Written by a guest, who has no account: it counts once somebody of the organisation has checked it.' }) byGuest: boolean;
}

/** What was written to a question that is asked in another way now, or no more. */
export class EarlierAnswerView {
  @Uuid() questionId: string;
  @Text({ example: '3.1' }) ref: string;
  @Text() title: string;
  @Text() wording: string;
  @Text({ example: '2025-26' }) edition: string;
  @One(() => LevelView, { nullable: true }) level: LevelView | null;
  @Text({ description: 'The answer in words where it is no level' }) said: string;
  @Text() note: string;
  @Text({ nullable: true }) naReason: string | null;
  @Text({ example: 'J Ahmed' }) by: string;
  @Instant() at: string;
}

/** The questions have changed while the return was open. */
export class CarriedView {
  @Instant() at: string;
  @One(() => EditionView) from: EditionView;
  @Whole({ example: 12, description: 'Answers that stayed as they were' }) kept: number;
  @Whole({ example: 2, description: 'Answers whose question got other words' }) toCheck: number;
  @Whole({ example: 1, description: 'Of them, those that nobody has checked yet' }) left: number;
  @Whole({ example: 1 }) setAside: number;
  @Whole({ example: 1, description: 'Questions asked for the first time' }) added: number;
}

/** What the same organisation said in the round before to the question, or to one that it comes from. */
export class LastAnswerView {
  @Uuid() questionId: string;
  @Text({ example: '3.1' }) ref: string;
  @Text() title: string;
  @Text({ description: 'How it was asked then.' }) wording: string;
  @OneOf(lineageKinds, { description: 'How far the question is the one asked then.' }) kind: (typeof lineageKinds)[number];
  @Flag({ description: 'Its words may be taken as a starting point: nothing has been said this time.' }) mayStart: boolean;
  @Text({ example: 'Section 175 return 2025-26' }) roundName: string;
  @Instant() submittedAt: string;
  @Text({ example: 'J Ahmed' }) by: string;
  @One(() => LevelView, { nullable: true }) level: LevelView | null;
  @Anything({ schema: valueSchema, example: null }) value: unknown;
  @Text() note: string;
  @Text({ nullable: true }) naReason: string | null;
  @Flag({ description: 'False where the scale has changed since, so that no movement may be shown.' }) comparable: boolean;
  @Many(() => ShownView, { description: 'What was shown for it then, in the revision that was signed.' }) shown: ShownView[];
  @Flag({ description: 'That evidence is in the library of the same organisation, so that it may be shown again.' }) reusable: boolean;
}

export class ChoiceView {
  @Text() key: string;
  @Text() label: string;
}

export class TablePart {
  @Text({ example: 'teaching-staff' }) key: string;
  @Text({ example: 'Teaching staff' }) label: string;
}

export class TableColumn extends TablePart {
  @OneOf(cellTypes) type: (typeof cellTypes)[number];
}

export class TableView {
  @Many(() => TablePart) rows: TablePart[];
  @Many(() => TableColumn) columns: TableColumn[];
}

export class QuestionView {
  @Uuid() id: string;
  @Text({ example: 'dsl-in-leadership-team' }) key: string;
  @Text({ example: '3.2' }) ref: string;
  @Text() title: string;
  @Text() wording: string;
  @OneOf(questionTypes) type: (typeof questionTypes)[number];
  @OneOf(bases) basis: (typeof bases)[number];
  @Text({ nullable: true }) help: string | null;
  @Texts({ description: 'What evidence looks like.' }) evidence: string[];
  @OneOf(evidenceRules, { description: 'When something has to be shown for the answer; if-met: for a rating that meets the standard.' }) evidenceRule: (typeof evidenceRules)[number];
  @Many(() => ShownView, { description: 'The evidence that stands beside the answer.' }) shown: ShownView[];
  @Many(() => CitationView) citations: CitationView[];
  @Flag() required: boolean;
  @Flag() naAllowed: boolean;
  @Flag({ description: 'Caps the result of its section.' }) critical: boolean;
  @Flag({ description: 'First asked in this edition.' }) isNew: boolean;
  @Many(() => LevelView, { description: 'The levels to choose from, best first; empty for questions that are not rated.' }) levels: LevelView[];
  @Words({ description: 'What each level means for this question, by level key.', example: { green: 'Tested in the last year.' } }) descriptors: Record<string, string>;
  @Many(() => ChoiceView) choices: ChoiceView[];
  @One(() => TableView, { nullable: true }) table: TableView | null;
  @Flag({ example: false, description: 'Whether a line is enough for the answer in words.' }) oneLine: boolean;
  @OneOf(explanations) explanation: (typeof explanations)[number];
  @Whole({ nullable: true, example: 250 }) words: number | null;
  @Decimal({ nullable: true }) minimum: number | null;
  @Decimal({ nullable: true }) maximum: number | null;
  @One(() => AnswerView, { nullable: true }) answer: AnswerView | null;
  @One(() => LastAnswerView, { nullable: true }) lastRound: LastAnswerView | null;
  @Many(() => LastAnswerView, { description: 'What was said in the round before to everything the question comes from.' }) lastRounds: LastAnswerView[];
  @Many(() => EarlierAnswerView, { description: 'What was written in this return before the question changed' }) earlier: EarlierAnswerView[];
}

export class SectionView {
  @Text() key: string;
  @Text({ example: '3' }) ref: string;
  @Text() title: string;
  @Text() intro: string;
  @Whole({ description: 'Of those required. The counts of all sections add up to the progress of the return.' }) answered: number;
  @Whole() required: number;
  @OneOf(sectionStates) state: (typeof sectionStates)[number];
  @One(() => LevelView, { nullable: true, description: 'Its rating once the return is handed in; before that, what it would be rated now.' }) result: LevelView | null;
  @Many(() => QuestionView) questions: QuestionView[];
}

export class BlockerView {
  @Uuid() questionId: string;
  @Text({ example: '3.2' }) ref: string;
  @Text({ example: 'unanswered' }) code: string;
  @Text({ example: 'Rate 3.2 Filtering and monitoring' }) detail: string;
}

export class ReopenedView {
  @CalendarDate() until: string;
  @Texts({ nullable: true, description: 'The questions whose answers can be changed; null for all.' }) questionIds: string[] | null;
}

/** Refusals that trying again does not change. */
export const reasonsToKeep = ['round-not-open', 'return-not-editable', 'question-not-asked', 'not-allowed', 'not-found'] as const;

export class KeptDraftView {
  @Uuid() id: string;
  @Uuid() questionId: string;
  @Text({ example: '3.2' }) ref: string;
  @Text() title: string;
  @One(() => LevelView, { nullable: true }) level: LevelView | null;
  @Text({ description: 'The value of a question that is not rated, in words; empty when there is none.' }) said: string;
  @Anything({ schema: valueSchema, example: null }) value: unknown;
  @Text() note: string;
  @Text({ nullable: true }) naReason: string | null;
  @OneOf(reasonsToKeep) because: (typeof reasonsToKeep)[number];
  @Instant() keptAt: string;
}

export class UnchangedWords {
  @Whole({ example: 10 }) unchanged: number;
  @Whole({ example: 27, description: 'Answers with words beside them, or in place of a rating' }) of: number;
}

export class SubmissionView {
  @Uuid() id: string;
  @OneOf(submissionStates) state: (typeof submissionStates)[number];
  @One(() => NamedView) round: NamedView;
  @One(() => NamedView) organisation: NamedView;
  @OneOf(organisationKinds) audience: (typeof organisationKinds)[number];
  @Text() title: string;
  @Text({ example: '2026-27' }) edition: string;
  @Text() purpose: string;
  @Many(() => CitationView) legalBasis: CitationView[];
  @CalendarDate() dueOn: string;
  @CalendarDate() finalOn: string;
  @Whole({ min: -10_000 }) daysLeft: number;
  @Instant({ nullable: true }) lastSavedAt: string | null;
  @One(() => ProgressView) progress: ProgressView;
  @One(() => LevelView, { nullable: true, description: 'Of the whole: its rating once it is handed in; before that, what it would be rated now.' }) result: LevelView | null;
  @Many(() => SectionView) sections: SectionView[];
  @Many(() => BlockerView, { description: 'What still stands in the way of submitting.' }) blockers: BlockerView[];
  @Text({ example: 'Designated Safeguarding Lead' }) declarationRole: string;
  @Text() declaration: string;
  @Many(() => SignOffStepView, { description: 'The signatures it needs, in their order; none where the declaration is made once.' }) signOff: SignOffStepView[];
  @Text({ nullable: true }) reference: string | null;
  @Uuid({ description: 'Of the questionnaire. Send it along when submitting' }) versionId: string;
  @Text({ nullable: true, example: '2025-26', description: 'The edition that it follows' }) follows: string | null;
  @One(() => CarriedView, { nullable: true, description: 'When the questions changed last while the return was open' }) carried: CarriedView | null;
  @Many(() => EarlierAnswerView, { description: 'Every answer that no question has taken over' }) setAside: EarlierAnswerView[];
  @One(() => ReopenedView, { nullable: true, description: 'While it is open again.' }) reopened: ReopenedView | null;
  @Text({ nullable: true, description: 'Why answers are not taken now, when they are not.' }) closedBecause: string | null;
  @One(() => UnchangedWords, { description: 'How many texts are word for word those of the round before.' }) unchangedWords: UnchangedWords;
  @Texts({ description: 'What may be done now: answer, submit, sign, receipt, ask-reopening, reopen, accept.', example: ['answer'] }) moves: string[];
  @Many(() => KeptDraftView, { description: 'What the caller typed that could not be saved any more.' }) keptDrafts: KeptDraftView[];
}

export class StartingPoint {
  @Uuid({ description: 'Made by the sender once; sending it again is harmless.' }) operationId: string;
  @Uuid({ description: 'The question that was answered the last time: one of `lastRounds`.' }) fromQuestionId: string;
}

export class SaveAnswer {
  @Uuid({ description: 'Made by the sender once per change; sending it again is harmless.' }) operationId: string;
  @Text({ nullable: true, max: 50, example: 'amber' }) level: string | null;
  @Anything({ schema: valueSchema, example: null }) value: unknown;
  @Text({ example: 'Staff were briefed in September; we have not yet tested it.' }) note: string;
  @Text({ nullable: true, example: null as never }) naReason: string | null;
}

export class SavedAnswer {
  @One(() => AnswerView) answer: AnswerView;
  @One(() => ProgressView) progress: ProgressView;
  @Flag({ description: 'True when this answer made other questions appear or disappear: read the return again.' }) questionsChanged: boolean;
}

export class Submit {
  @Flag({ description: 'The declaration, read and made.' }) declared: boolean;
  @Text({ min: 1, max: 200, example: 'J Ahmed' }) name: string;
  @Text({ min: 1, max: 200, example: 'Designated Safeguarding Lead' }) role: string;
  @Uuid({ optional: true, description: 'The version whose questions and declaration were read: refused when they have changed since.' }) versionId?: string;
}
