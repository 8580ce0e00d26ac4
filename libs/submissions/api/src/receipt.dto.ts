import { movements } from '@attest/domain/measures';
import { Counts, Decimal, Instant, LevelView, Many, NamedView, One, OneOf, Text, Texts, Uuid, Whole } from '@attest/shared/api';
import { GivenSignature } from './signing/signing.dto';

const peerBands = ['higher', 'in-line', 'lower', 'hidden'] as const;

export class PeerView {
  @OneOf(peerBands, { nullable: true, description: '`hidden` where what is published does not tell; null where there is nothing to compare with.' }) band: (typeof peerBands)[number] | null;
  @Text({ nullable: true, example: 'Nursery and primary schools' }) group: string | null;
  @Text({ example: 'Higher than more than half of the 38 nursery and primary schools in Section 175 return 2025-26.' }) sentence: string;
}

export class ResultView {
  @Text({ description: 'Section key; empty for the whole return.' }) key: string;
  @Text({ example: '3' }) ref: string;
  @Text() title: string;
  @One(() => LevelView, { nullable: true }) level: LevelView | null;
  @Decimal({ nullable: true, example: 82.5, description: 'Points won out of points available.' }) percent: number | null;
  @Texts({ description: 'Why it is this level, in sentences.' }) explanation: string[];
  @One(() => LevelView, { nullable: true }) last: LevelView | null;
  @OneOf(movements, { nullable: true, description: 'Null when there is nothing comparable.' }) movement: (typeof movements)[number] | null;
  @One(() => PeerView) peers: PeerView;
}

export class ReceiptView {
  @Uuid() submissionId: string;
  @Text({ example: 'S175-2627-7F3K' }) reference: string;
  @Instant() submittedAt: string;
  @Text() submittedBy: string;
  @Text() role: string;
  @Text() declaration: string;
  @Many(() => GivenSignature, { description: 'All of them, in the order in which they were given.' }) signatures: GivenSignature[];
  @Text({ example: '9f86d081884c7d65…', description: 'SHA-256 of the frozen content.' }) sha256: string;
  @One(() => NamedView) organisation: NamedView;
  @One(() => NamedView) round: NamedView;
  @Text({ nullable: true, example: 'Section 175 return 2025-26' }) lastRoundName: string | null;
  @One(() => NamedView, { nullable: true, description: 'The round whose published figures results are compared with: this one, or while it has none the one before.' }) peersIn: NamedView | null;
  @Counts({ description: 'How many rated questions stand at each level.' }) levels: Record<string, number>;
  @Whole() notApplicable: number;
  @Many(() => LevelView) scale: LevelView[];
  @One(() => ResultView) overall: ResultView;
  @Many(() => ResultView) sections: ResultView[];
}

