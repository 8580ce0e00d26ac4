import { Injectable } from '@nestjs/common';
import type { Guest } from '@attest/domain/access';
import type { Request } from 'express';
import type { SignedInCaller } from './caller';
import { Clock } from './clock';
import { Database } from './database';
import { addressKey } from './limits/address-key';
import { Limiter } from './limits/limiter';
import { Refused } from './refused';
import { hashOf } from './session-cookie';

/** Where a guest's link comes: no cookie, so that no other page can send it, and not in the address, which is written into logs. */
export const GUEST_HEADER = 'x-guest-link';

/**
 * The partnership that nobody is in. A guest's context is signed for it: every policy of the database compares with the
 * partnership of the context, so a guest sees no row of any table, and has the functions of migration 0023 alone.
 */
const NOWHERE = '00000000-0000-0000-0000-000000000000';

/** What is known of a guest, for their own page. */
export interface InvitedGuest extends Guest {
  readonly name: string;
  readonly organisation: string;
  readonly partnership: string;
  readonly givenBy: string;
  readonly note: string;
  /** ISO date: the last day on which the link works. */
  readonly until: string;
}

interface LinkRow {
  readonly id: string; readonly partnership_id: string; readonly partnership_name: string; readonly organisation_id: string; readonly organisation_name: string; readonly submission_id: string;
  readonly question_ids: readonly string[]; readonly name: string; readonly note: string; readonly given_by_name: string; readonly until_on: string; readonly revoked: boolean; readonly giver_left: boolean;
}

const LINK_OF = { name: 'guest link of', text: 'select * from app.guest_link_of($1)' };

/** Lets in whoever holds a guest link, for what the link is for. Asked on every request, so that revoking one works at once. */
@Injectable()
export class GuestDoor {
  constructor(
    private readonly database: Database,
    private readonly limiter: Limiter,
    private readonly clock: Clock,
  ) {}

  async callerOf(request: Request): Promise<SignedInCaller> {
    const { forgive } = await this.limiter.claim('link', { address: addressKey(request.ip ?? '') });
    const link = await this.linkOf(request);
    if (!link) throw unknownLink();
    // it was no guess, whatever has become of it
    void forgive();
    const over = whyOver(link, this.clock.today());
    if (over) throw new Refused('guest-link-over', over);
    const guest: InvitedGuest = {
      partnershipId: link.partnership_id, organisationId: link.organisation_id, submissionId: link.submission_id, questionIds: link.question_ids,
      name: link.name, organisation: link.organisation_name, partnership: link.partnership_name, givenBy: link.given_by_name, note: link.note, until: link.until_on,
    };
    // by the name that the database writes beside what they answer
    const name = `${link.name}, a guest of ${link.given_by_name}`;
    return { personId: link.id, sessionId: link.id, partnershipId: NOWHERE, memberships: [], name, email: '', guest };
  }

  private async linkOf(request: Request): Promise<LinkRow | undefined> {
    const token = request.headers[GUEST_HEADER];
    if (typeof token !== 'string' || token === '') return undefined;
    const [row] = await this.database.withoutCaller<LinkRow>(LINK_OF, [hashOf(token)]);
    return row;
  }
}

/** One that was never sent, was mistyped, or whose return is gone: nobody learns which. */
const unknownLink = () => new Refused('link-not-good', 'This link is not good. Open it again from the message you have, or ask whoever sent it for a new one.');

/** Told to whoever holds the link, and so has a right to know. `today` is an ISO date. */
function whyOver({ revoked, giver_left, until_on, given_by_name, organisation_name }: LinkRow, today: string): string | null {
  if (revoked) return `This link has been taken back. Ask ${given_by_name} if you still need it. What you saved is kept.`;
  if (until_on < today) return `This link worked until ${inWords(until_on)}. Ask ${given_by_name} for a new one. What you saved is kept.`;
  return giver_left ? `${given_by_name}, who gave you this link, no longer answers for ${organisation_name}, so it has ended. Ask somebody there for a new one. What you saved is kept.` : null;
}

const england = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const inWords = (date: string) => england.format(new Date(`${date}T12:00:00Z`));
