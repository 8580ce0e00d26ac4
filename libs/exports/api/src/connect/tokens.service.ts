import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock, Database, Refused, hashOf, notFound } from '@attest/shared/api';
import type { MadeToken, NewToken, TokenView } from './tokens.dto';

interface TokenRow { readonly id: string; readonly name: string; readonly made_at: Date; readonly expires_at: Date; readonly last_used_at: Date | null }

const MOST = 20;
const GOOD = 'select id, name, made_at, expires_at, last_used_at from app.access_token where revoked_at is null and expires_at > $1 order by made_at desc, id';

/** Each person's own. The table lets nobody see another's. */
@Injectable()
export class TokensService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async list(): Promise<TokenView[]> {
    return (await this.database.query<TokenRow>(GOOD, [this.clock.now()])).map(viewOf);
  }

  /** Easily told from other secrets by whoever looks for what was left lying about. */
  async make({ name, days }: NewToken): Promise<MadeToken> {
    if (!name.trim()) throw new Refused('invalid-request', 'The token was not made.', { faults: [{ where: 'name', detail: 'Give it a name, such as what uses it.' }] });
    if ((await this.list()).length >= MOST) throw new Refused('already-done', `You have ${MOST} tokens. Take one away that nothing uses any more.`);
    const [id, token, madeAt] = [uuid(), `attest_${randomBytes(32).toString('base64url')}`, this.clock.now()];
    const expiresAt = new Date(madeAt.getTime() + days * 86_400_000);
    const { partnershipId, personId } = this.database.caller;
    await this.database.query('insert into app.access_token (partnership_id, id, person_id, name, token_hash, made_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7)',
      [partnershipId, id, personId, name.trim(), hashOf(token), madeAt, expiresAt]);
    this.database.note({ thing: { kind: 'token', id } });
    return { ...viewOf({ id, name: name.trim(), made_at: madeAt, expires_at: expiresAt, last_used_at: null }), token };
  }

  async revoke(id: string): Promise<void> {
    if (!await this.database.one('update app.access_token set revoked_at = $2 where id = $1 and revoked_at is null returning id', [id, this.clock.now()])) throw notFound();
  }
}

const viewOf = ({ id, name, made_at, expires_at, last_used_at }: TokenRow): TokenView =>
  ({ id, name, madeAt: made_at.toISOString(), expiresAt: expires_at.toISOString(), lastUsedAt: last_used_at?.toISOString() ?? null });
