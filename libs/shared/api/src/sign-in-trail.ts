import { Injectable, Logger } from '@nestjs/common';
import { Database } from './database';
import { masked } from './mail/masked';
import { PerMinute } from './per-minute';
import type { RefusalCode } from './refused';
import type { Detail } from './trail-entry';

/** For each person, so that whoever guesses at a password cannot fill the trail of a partnership. */
const MOST = 30;

interface SignInEvent {
  /** Such as `session.start`, `session.second-factor` or `password.reset`. */
  readonly action: string;
  readonly route: string;
  readonly outcome: 'done' | RefusalCode;
  readonly sessionId?: string;
  readonly detail?: Detail;
}

/**
 * What happens before there is a caller, of somebody known: told in the partnership of the session or, where there is none,
 * the first one they joined. Of nobody known there is no partnership to tell, so it goes to the log.
 */
@Injectable()
export class SignInTrail {
  private readonly logger = new Logger('Security');
  private readonly bound = new PerMinute(MOST);

  constructor(private readonly database: Database) {}

  async of(personId: string, { action, route, outcome, sessionId, detail = {} }: SignInEvent): Promise<void> {
    if (outcome !== 'done' && !this.bound.admits(personId)) return this.log(action, { person: personId, outcome });
    await this.database.withoutCaller('select app.record_sign_in($1, $2, $3, $4, $5, $6)',
      [personId, sessionId ?? null, action, route, outcome, JSON.stringify(detail)]);
  }

  /**
   * For what was refused: whoever waits must not learn from the time it takes whether the address is known, so nobody waits.
   */
  refused(personId: string, event: SignInEvent): void {
    this.of(personId, event).catch((error: unknown) => this.logger.error(`${event.action} of ${personId} could not be told: ${String(error)}`));
  }

  ofNobodyKnown(address: string, action: string, outcome: RefusalCode): void {
    this.log(action, { address: masked(address), outcome });
  }

  private log(event: string, more: Readonly<Record<string, string>>): void {
    this.logger.warn(JSON.stringify({ event, ...more }));
  }
}
