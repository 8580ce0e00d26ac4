import { createHmac } from 'node:crypto';
import { Inject, Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { SIGNING_KEY } from '../context-signer';
import { Database } from '../database';
import { PerMinute } from '../per-minute';
import { Refused } from '../refused';
import { bys, inWords, limits, type By, type Limit, type LimitName } from './limits';

/** Who tries, as far as is known; each of them is stored as a keyed hash. */
export type Trying = Readonly<Partial<Record<Exclude<By, 'everybody'>, string>>>;

interface Claim { readonly whats: readonly string[]; readonly keys: readonly Buffer[] }

/** Lines of the log: whoever is stopped ten thousand times is told of thirty times a minute. */
const MOST_LINES = 30;

/** Counts tries in the database, so that every process counts the same. */
@Injectable()
export class Limiter implements BeforeApplicationShutdown {
  private readonly logger = new Logger('Security');
  private readonly bound = new PerMinute(MOST_LINES);
  private readonly underWay = new Set<Promise<unknown>>();

  constructor(
    private readonly database: Database,
    @Inject(SIGNING_KEY) private readonly key: Buffer,
  ) {}

  /** Counts one try, or refuses with how long to wait. Answers how to take it back. */
  async claim(name: LimitName, trying: Trying): Promise<{ forgive(): Promise<void> }> {
    const { sentence, per }: Limit = limits[name];
    const counted = bys.filter((by) => per[by] && (by === 'everybody' || trying[by] !== undefined));
    const by = counted.includes('browser') ? ['browser' as const] : counted;
    const claim: Claim = { whats: by.map((one) => `${name}/${one}`), keys: by.map((one) => this.hashed(one === 'everybody' ? '' : trying[one]!)) };
    const column = (of: 'tries' | 'minutes' | 'first' | 'longest') => by.map((one) => per[one]![of]);
    const [row] = await this.database.withoutCaller<{ wait: number }>('select app.claim_attempt($1, $2, $3, $4, $5, $6) as wait',
      [claim.whats, claim.keys, column('tries'), column('minutes'), column('first'), column('longest')]);
    if (row!.wait > 0) this.refuse(name, sentence, row!.wait);
    return { forgive: () => this.inPassing(this.database.withoutCaller('select app.forgive_attempt($1, $2)', [claim.whats, claim.keys])) };
  }

  /** Somebody proved in another way that the account is theirs, such as by a reset: what was guessed at it before is forgotten. */
  async forget(name: LimitName, account: string): Promise<void> {
    await this.database.withoutCaller('select app.forget_attempts($1, $2)', [`${name}/account`, this.hashed(accountKey(account))]);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.underWay);
  }

  private refuse(name: LimitName, sentence: Limit['sentence'], wait: number): never {
    if (this.bound.admits(name)) this.logger.warn(JSON.stringify({ event: 'limited', limit: name, wait }));
    throw new Refused('too-many-requests', sentence(inWords(wait)), { retryAfter: wait });
  }

  /** Taking a try back must not spoil what went well. */
  private inPassing(work: Promise<unknown>): Promise<void> {
    const done = work.then(() => {}, (error: unknown) => this.logger.warn(JSON.stringify({ event: 'try not taken back', error: String(error) }))).finally(() => this.underWay.delete(done));
    this.underWay.add(done);
    return done;
  }

  private hashed(text: string): Buffer {
    return createHmac('sha256', this.key).update(`attempt ${text}`).digest();
  }
}

/** However an address is typed, it is one account. */
export const accountKey = (account: string): string => account.trim().toLowerCase();
