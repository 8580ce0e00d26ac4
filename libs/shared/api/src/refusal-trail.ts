import { Injectable, Logger } from '@nestjs/common';
import type { Act } from './act';
import type { CallerRequest } from './caller';
import { Database } from './database';
import { PerMinute } from './per-minute';
import type { RefusalCode, Refused } from './refused';
import { entryOf } from './trail-entry';

/** For each person: enough to see what somebody tries, and too little to fill the trail with. */
const MOST = 30;

/** Tells the trail what somebody signed in tried and may not do. What they asked for has been rolled back by now. */
@Injectable()
export class RefusalTrail {
  private readonly logger = new Logger('Security');
  private readonly bound = new PerMinute(MOST);

  constructor(private readonly database: Database) {}

  /** Never turns a refusal into something else: where it cannot be told, that goes to the log. */
  async tell({ caller, act }: CallerRequest, { code }: Refused): Promise<void> {
    if (!caller || !act || !isTold(act, code)) return;
    const line = JSON.stringify({ event: 'refused', code, route: act.route, person: caller.personId, partnership: caller.partnershipId });
    if (!this.bound.admits(caller.personId)) return this.logger.warn(line);
    await this.database.tell(caller, entryOf(act), code).catch((error: unknown) => this.logger.error(`${line} ${String(error)}`));
  }
}

/** Not who they say they are, or not in a role that includes it, whatever it was. */
const always: readonly RefusalCode[] = ['wrong-credentials', 'csrf-token-wrong', 'not-allowed'];

/** And what is not theirs, where it would have been changed or told. */
const isTold = ({ told }: Act, code: RefusalCode) => always.includes(code) || (code === 'not-found' && told !== null);
