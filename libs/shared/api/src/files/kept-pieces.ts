import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '../database';
import type { SignedInCaller } from '../caller';
import { piecesOf } from './archive';

/** Tables of files in pieces: `partnership_id, export_id, seq, bytes`. */
export type PieceTable = 'export_file' | 'export_piece';

const PIECE = 256 * 1024;

/** Files that stand in the database piece by piece, each put away and read in a short transaction of its own. */
@Injectable()
export class KeptPieces {
  constructor(private readonly database: Database) {}

  /** `told` stands in the transaction of each piece, and stops it all by throwing. */
  async keep(caller: SignedInCaller, table: PieceTable, id: string, content: AsyncIterable<Buffer>, told: () => Promise<unknown>): Promise<{ bytes: number; sha256: string }> {
    const hash = createHash('sha256');
    let [bytes, seq] = [0, 0];
    for await (const piece of piecesOf(content, PIECE)) {
      hash.update(piece);
      bytes += piece.length;
      await this.database.transaction(caller, 'write', async () => {
        await this.database.query(`insert into app.${table} (partnership_id, export_id, seq, bytes) values ($1, $2, $3, $4)`, [caller.partnershipId, id, seq++, piece]);
        await told();
      });
    }
    return { bytes, sha256: hash.digest('hex') };
  }

  /** A slow line keeps no connection. */
  async* read(caller: SignedInCaller, table: PieceTable, id: string): AsyncGenerator<Buffer> {
    for (let seq = 0; ; seq++) {
      const piece = await this.database.transaction(caller, 'read', () => this.database.one<{ bytes: Buffer }>(`select bytes from app.${table} where export_id = $1 and seq = $2`, [id, seq]));
      if (!piece) return;
      yield piece.bytes;
    }
  }
}
