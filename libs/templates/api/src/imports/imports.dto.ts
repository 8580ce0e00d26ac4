import { Flag, Instant, Many, One, OneOf, Text, Texts, Uuid, Whole } from '@attest/shared/api';
import { TemplateOutline } from '../json/json.dto';
import { ChangedQuestion, QuestionText, RetiredQuestion } from '../versions/versions.dto';

export class ImportAgainst {
  @Uuid({ optional: true, description: 'The draft or the published version it is to be held against; without one, the edition it follows' }) templateVersionId?: string;
}

export class SkippedRows {
  @Texts({ most: 500, example: ['Questions!12'], description: 'Rows to be read as if they were not there' }) rows: string[];
}

export class RetirementReason {
  @Text({ min: 1, max: 200, example: 'policy' }) key: string;
  @Text({ min: 1, max: 2000, example: 'Asked by Ofsted since September.' }) note: string;
}

export class NewReasons {
  @Many(() => RetirementReason, { most: 500, description: 'Why questions of the edition before are asked no more' }) reasons: RetirementReason[];
}

export class SheetProblem {
  @Text({ example: 'Questions' }) sheet: string;
  @Whole({ example: 12, description: 'As a spreadsheet program counts, from 1; 0 for the sheet as a whole' }) row: number;
  @Text({ example: 'F', description: 'Empty for the whole row' }) column: string;
  @Text({ example: 'full_wording is empty.' }) detail: string;
  @Text({ example: 'Fill in full_wording, or delete the whole row.' }) fix: string;
  @Flag({ description: 'Whether the row can be left out' }) canSkip: boolean;
}

export class AlteredQuestion extends QuestionText {
  @Texts({ example: ['weight'], description: 'What differs beside the words' }) what: readonly string[];
}

export class RemovedQuestion extends RetiredQuestion {
  @Flag({ description: 'Whether it must be said why it is asked no more' }) needsReason: boolean;
}

export class HeldAgainst {
  @Uuid() id: string;
  @Text({ example: '2026-27' }) edition: string;
  @Text() title: string;
  @Flag({ description: 'A draft, which may still change' }) draft: boolean;
}

/** What the workbook says otherwise than what it is held against. */
export class WorkbookDifferences {
  @One(() => HeldAgainst) against: HeldAgainst;
  @Many(() => QuestionText) added: QuestionText[];
  @Many(() => ChangedQuestion, { description: 'Reworded, split or merged' }) reworded: ChangedQuestion[];
  @Many(() => AlteredQuestion, { description: 'In the same words, and otherwise not as it was' }) altered: AlteredQuestion[];
  @Many(() => RemovedQuestion) removed: RemovedQuestion[];
  @Texts({ description: 'What differs beside the questions' }) around: readonly string[];
  @Whole({ description: 'How many questions are as they were' }) same: number;
}

export const importMoves = ['skip', 'apply'] as const;

/** A workbook that was read, and what would come of it. */
export class ImportedWorkbook {
  @Uuid() id: string;
  @Text({ example: 'section-175_2026-27.xlsx' }) fileName: string;
  @Instant() uploadedAt: string;
  @Instant({ description: 'When it is deleted' }) expiresAt: string;
  @Many(() => SheetProblem, { description: 'What keeps it from becoming a draft; the first of them where there are very many' }) problems: SheetProblem[];
  @Whole({ description: 'How many there are in all' }) problemCount: number;
  @Texts({ description: 'Rows that are left out' }) skipped: readonly string[];
  @Many(() => SheetProblem, { description: 'What would keep the draft from being published' }) later: SheetProblem[];
  @One(() => TemplateOutline, { nullable: true, description: 'The draft that would come of it; null for as long as there are problems' }) outline: TemplateOutline | null;
  @Text({ example: '2026-27', nullable: true, description: 'The edition the workbook names, where that is published already and the draft is the one after it' }) published: string | null;
  @One(() => WorkbookDifferences, { nullable: true, description: 'Null where there is nothing to hold it against' }) differences: WorkbookDifferences | null;
  @Uuid({ nullable: true, description: 'The draft that came of it' }) draftId: string | null;
  @OneOf(['xlsx', 'ods'] as const) format: 'xlsx' | 'ods';
  @Texts({ of: importMoves }) moves: (typeof importMoves)[number][];
}
