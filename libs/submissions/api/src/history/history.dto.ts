import { Instant, LevelView, Many, One, OneOf, Text, Uuid, Whole } from '@attest/shared/api';

const detail = ['sittings', 'saves'] as const;

export class HistoryQuery {
  @Uuid({ optional: true, description: 'Go on behind this entry.' }) before?: string;
  @OneOf(detail, { optional: true, description: 'What one person saved in one go as one entry, which is usual; or every single save.' }) each?: (typeof detail)[number];
}

export const historyKinds = ['saved', 'confirmed', 'last-round', 'not-taken', 'kept-draft', 'carried', 'carried-back'] as const;
export type HistoryKind = (typeof historyKinds)[number];

/** What an answer said. */
export class SaidView {
  @One(() => LevelView, { nullable: true }) level: LevelView | null;
  @Text({ description: 'The answer in words where it is no level' }) said: string;
  @Text() note: string;
  @Text({ nullable: true }) naReason: string | null;
}

/** A question as it was called when somebody answered it. */
export class AskedAsView {
  @Text({ example: '3.1' }) ref: string;
  @Text() title: string;
  @Text({ example: '2025-26' }) edition: string;
}

export class HistoryEntry {
  @Uuid() id: string;
  @OneOf(historyKinds, { description: 'not-taken: lost to somebody who was quicker; kept-draft: the caller’s own, that came too late; carried: the round went over to another version.' }) kind: HistoryKind;
  @Text({ nullable: true, example: 'J Ahmed', description: 'Null where it was nobody of the organisation.' }) by: string | null;
  @Instant() at: string;
  @Instant({ description: 'When it was begun.' }) since: string;
  @Whole({ min: 1, example: 7, description: 'How often it was saved in one go.' }) saves: number;
  @One(() => SaidView, { nullable: true }) now: SaidView | null;
  @One(() => SaidView, { nullable: true, description: 'What stood before; null where nothing did.' }) before: SaidView | null;
  @One(() => AskedAsView, { nullable: true, description: 'Where it was said to a question in another edition.' }) asked: AskedAsView | null;
  @Text({ description: 'Where the round went over to another version: to which edition.', example: '2026-27' }) edition: string;
}

export class AnswerHistory {
  @Text({ example: '3.2' }) ref: string;
  @Text() title: string;
  @Many(() => HistoryEntry, { description: 'Newest first.' }) entries: HistoryEntry[];
  @Uuid({ nullable: true, description: 'What to send in `before` for what is older; null when there is nothing.' }) earlier: string | null;
}
