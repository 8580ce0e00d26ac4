import { Flag, Instant, Many, NamedView, One, OneOf, Text, Texts, Uuid, Whole } from '@attest/shared/api';

/** A practice that others could learn from is marked; the organisation is asked whether others may see it; what it answers is kept. */
export const practiceStates = ['marked', 'asked', 'agreed', 'declined'] as const;
type PracticeState = (typeof practiceStates)[number];

export class ThemeView {
  @Uuid() id: string;
  @Text({ example: 'Supervision' }) name: string;
  @Flag({ example: false, description: 'Given to no more answers; those that have it keep it.' }) retired: boolean;
  @Whole({ description: 'How many answers have it.' }) answers: number;
}

export class NewTheme {
  @Text({ min: 2, max: 60, example: 'Supervision' }) name: string;
}

export class ChangedTheme {
  @Text({ min: 2, max: 60, example: 'Supervision' }) name: string;
  @Flag({ example: false }) retired: boolean;
}

export class AnswerThemes {
  @Texts({ example: [], description: 'Identifiers of all themes the answer has from now on.' }) themeIds: string[];
}

/** What those who took part in the round read of it, in words that were written for them. */
export class ToldPractice {
  @Text({ min: 3, max: 2_000, example: 'One agency keeps a rota, so that supervision is never missed.' }) words: string;
  @Flag({ example: false, description: 'Whether they read whose it is.' }) named: boolean;
}

export class MarkedPractice {
  @Text({ min: 3, max: 1_000, example: 'A clear rota that others could copy.' }) why: string;
  @OneOf(practiceStates) state: PracticeState;
  @One(() => ToldPractice, { nullable: true, optional: true, description: 'Null where others read nothing of it, which is how it begins.' }) told?: ToldPractice | null;
}

export class AnswerMarks {
  @Uuid() submissionId: string;
  @Texts({ description: 'Identifiers of themes.' }) themes: string[];
  @One(() => MarkedPractice, { nullable: true }) practice: MarkedPractice | null;
}

export class QuestionMarks {
  @Many(() => ThemeView) themes: ThemeView[];
  @Many(() => AnswerMarks) answers: AnswerMarks[];
}

export class PracticeView {
  @One(() => NamedView) round: NamedView;
  @Uuid() submissionId: string;
  @Uuid() questionId: string;
  @Text({ example: 'Ash Primary School' }) organisation: string;
  @Text({ example: '5 Online safety' }) standard: string;
  @Text({ example: '5.2 Filtering and monitoring' }) question: string;
  @Text({ description: 'Why it is good practice.' }) why: string;
  @Text({ description: 'Their words.' }) note: string;
  @OneOf(practiceStates) state: PracticeState;
  @One(() => ToldPractice, { nullable: true }) told: ToldPractice | null;
  @Texts({ description: 'Names of themes.' }) themes: string[];
  @Text() by: string;
  @Instant() at: string;
}

/** Good practice as others read it. */
export class PracticeExample {
  @Text({ example: '5 Online safety' }) standard: string;
  @Text({ example: '5.2 Filtering and monitoring' }) question: string;
  @Text({ example: 'One agency keeps a rota, so that supervision is never missed.' }) words: string;
  @Text({ nullable: true, example: null as never, description: 'Whose it is, where that is told.' }) organisation: string | null;
  @Flag({ example: false, description: 'Whether it is from this return.' }) own: boolean;
}
