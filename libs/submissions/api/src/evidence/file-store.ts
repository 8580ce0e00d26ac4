import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database, type SignedInCaller } from '@attest/shared/api';

/** Where a file lies: whose it is, and which revision of which piece of evidence. */
export interface Place { readonly evidenceId: string; readonly number: number; readonly organisationId: string }

const PIECE = 256 * 1024;

/**
 * Files, in pieces that lie in PostgreSQL: under the same row-level security and in the same backup as what they show to be true.
 * Whoever wants them elsewhere replaces this class.
 */
@Injectable()
export class FileStore {
  constructor(private readonly database: Database) {}

  /** Within the transaction that makes the revision: either both are there or neither. */
  async keep({ evidenceId, number, organisationId }: Place, bytes: Buffer): Promise<void> {
    for (let seq = 0; seq * PIECE < bytes.length; seq++) {
      await this.database.query('insert into app.evidence_chunk (partnership_id, evidence_id, number, seq, organisation_id, bytes) values ($1, $2, $3, $4, $5, $6)',
        [this.database.caller.partnershipId, evidenceId, number, seq, organisationId, bytes.subarray(seq * PIECE, (seq + 1) * PIECE)]);
    }
  }

  /** Piece by piece, each in a short transaction of its own: a slow line keeps no connection. */
  async* pieces(caller: SignedInCaller, { evidenceId, number }: Omit<Place, 'organisationId'>): AsyncGenerator<Buffer> {
    for (let seq = 0; ; seq++) {
      const piece = await this.database.transaction(caller, 'read', () => this.database.one<{ bytes: Buffer }>(
        'select bytes from app.evidence_chunk where evidence_id = $1 and number = $2 and seq = $3', [evidenceId, number, seq]));
      if (!piece) return;
      yield piece.bytes;
    }
  }
}

export const hashOfFile = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
