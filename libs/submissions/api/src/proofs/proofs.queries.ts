/** Does anybody's receipt say this? Asked for strangers. $1 reference, $2 hash. */
export const RECEIPT_MATCHES = 'select app.receipt_matches($1, $2) as matches';

export interface SealedText {
  readonly content: string;
  readonly sha256: string;
  readonly signed_name: string;
  readonly signed_role: string;
  readonly declaration: string;
  readonly at: Date;
}

/** $1: the return. Everything that was handed in, newest first. */
export const SEALED_TEXTS = `
  select content, sha256, signed_name, signed_role, declaration, at from app.submission_snapshot
  where submission_id = $1 and kind = 'submitted' order by at desc, id desc`;

/** $1: a reference. In one partnership no two returns have the same. */
export const RETURN_OF_REFERENCE = 'select id from app.submission where reference = $1';
