import { Flag, Instant, LevelView, Many, NamedView, One, Text, Uuid, Written } from '@attest/shared/api';
import { GivenSignature } from '../signing/signing.dto';

const SHA256 = /^[0-9a-f]{64}$/;
const example = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

export class ProofQuery {
  @Written(SHA256, 'Enter all 64 letters and figures of the SHA-256.', { example }) sha256: string;
}

export class SignedFileQuery {
  @Written(SHA256, 'Enter all 64 letters and figures of the SHA-256.', { optional: true, example, description: 'Which text, where there are several; otherwise the newest.' }) sha256?: string;
}

export class VerificationView {
  @Flag({ description: 'Whether a return was signed and submitted under this reference with exactly this hash. Nothing else is said to strangers.' }) matches: boolean;
}

export class ResultChange {
  @One(() => LevelView, { nullable: true }) before: LevelView | null;
  @One(() => LevelView, { nullable: true }) now: LevelView | null;
}

export class AnswerChange {
  @Text({ example: '3.2' }) ref: string;
  @Text() wording: string;
  @One(() => LevelView, { nullable: true }) before: LevelView | null;
  @One(() => LevelView, { nullable: true }) now: LevelView | null;
  @Flag({ description: 'Whether what was said beside the level changed.' }) words: boolean;
}

export class MovementSince {
  @One(() => ResultChange) overall: ResultChange;
  @Many(() => AnswerChange) answers: AnswerChange[];
}

/** One text that was signed, and whether it still is what was signed. */
export class ProofView {
  @Uuid() submissionId: string;
  @Text({ example: 'S175-2627-7F3K' }) reference: string;
  @One(() => NamedView) organisation: NamedView;
  @One(() => NamedView) round: NamedView;
  @Text({ example }) sha256: string;
  @Instant() at: string;
  @Many(() => GivenSignature) signatures: GivenSignature[];
  @Flag({ description: 'The newest: what stands now.' }) current: boolean;
  @Flag({ description: 'Whether the stored text still has the hash it was signed with.' }) unbroken: boolean;
  @Flag({ nullable: true, description: 'Whether the answers that others see are still those that were signed; null for an earlier text, or while it is open again.' }) answersMatch: boolean | null;
  @One(() => MovementSince, { nullable: true, description: 'What changed since the text signed before this one; null for the first.' }) since: MovementSince | null;
}
