import { Inject, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { v7 as uuid } from 'uuid';
import { Database, IDLE_MINUTES, Refused, SESSION_SETTINGS, SignInTrail, hashOf, tokenFrom, type SessionSettings } from '@attest/shared/api';
import { refuseWeakPassword } from '../sign-in/password-rules';
import { hashPassword, passwordMatches } from '../sign-in/passwords';
import type { SessionView } from '../sign-in/session.dto';
import { SessionService } from '../sign-in/session.service';
import type { Acceptance, InvitationState, OpenedInvitation } from './invitations.dto';

interface OpenedRow {
  readonly state: InvitationState; readonly partnership_name: string; readonly organisation_name: string | null; readonly trust: string | null;
  readonly role: OpenedInvitation['role']; readonly handover: string | null; readonly email: string; readonly name: string;
  readonly invited_by_name: string; readonly invited_at: Date; readonly expires_at: Date; readonly account: OpenedInvitation['account'];
}

/** What the database answers to whoever tries; null for a link that was never sent. */
type Outcome = 'done' | InvitationState | 'another-person' | 'held' | 'has-account' | null;

/** An invitation is accepted by whoever can read the post of the address it was sent to, and only there. */
@Injectable()
export class RedeemingService {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionService,
    private readonly trail: SignInTrail,
    @Inject(SESSION_SETTINGS) private readonly settings: SessionSettings,
  ) {}

  /** Looking changes nothing, however often a mail program does it. */
  async look(token: string): Promise<OpenedInvitation> {
    const [row] = await this.database.withoutCaller<OpenedRow>('select * from app.invitation_of($1)', [hashOf(token)]);
    if (!row) throw unknownLink();
    return {
      state: row.state, partnership: row.partnership_name, organisation: row.organisation_name, trust: row.trust, role: row.role, handover: row.handover !== null,
      name: row.name, email: row.email, invitedBy: row.invited_by_name, invitedAt: row.invited_at.toISOString(),
      expiresAt: row.expires_at.toISOString(), account: row.account,
    };
  }

  /** As somebody who has no account yet and gets one, or whose account rests: both are signed in afterwards, as far as a password goes. */
  async accept(acceptance: Acceptance, request: Request, response: Response): Promise<SessionView> {
    await this.refuseWhileSomebodyIsSignedIn(request);
    const { state, account, email } = await this.look(acceptance.token);
    // before the password, which takes time to hash
    if (state !== 'sent') throw refusalOf[state]();
    if (account === 'active') throw refusalOf['has-account']();
    if (account === 'closed') throw new Refused('invitation-over', 'The account of this address has been closed. Ask the business unit.');
    const personId = account === 'none' ? await this.asNewcomer(acceptance, email) : await this.asReturner(acceptance, email);
    await this.trail.of(personId, { action: 'invitation.accept', route: 'POST /invitations/accept', outcome: 'done' });
    return this.sessions.start({ personId, way: 'password' }, request, response);
  }

  private async asNewcomer({ token, name = '', password }: Acceptance, email: string): Promise<string> {
    if (name.trim() === '') throw new Refused('invalid-request', 'Enter your name.', { faults: [{ where: 'name', detail: 'Enter your name.' }] });
    await refuseWeakPassword(password, [name, email]);
    const personId = uuid();
    const [row] = await this.database.withoutCaller<{ outcome: Outcome }>('select app.accept_as_newcomer($1, $2, $3, $4) as outcome',
      [hashOf(token), personId, name.trim(), await hashPassword(password)]);
    refuseUnlessDone(row?.outcome ?? null);
    return personId;
  }

  private async asReturner({ token, password }: Acceptance, email: string): Promise<string> {
    const [known] = await this.database.withoutCaller<{ person_id: string; password_hash: string | null }>('select * from app.credentials_of($1)', [email]);
    if (!(await passwordMatches(known?.password_hash ?? null, password)) || !known) {
      throw new Refused('wrong-credentials', 'This is not the password of the account. Check it, or reset it from the sign-in page.');
    }
    const [row] = await this.database.withoutCaller<{ outcome: Outcome }>('select app.accept_as_returner($1, $2) as outcome', [hashOf(token), known.person_id]);
    refuseUnlessDone(row?.outcome ?? null);
    return known.person_id;
  }

  /** Somebody who has an account has signed in, and so shown that it is theirs. */
  async join(token: string): Promise<void> {
    const row = await this.database.one<{ outcome: Outcome }>('select app.accept_invitation($1) as outcome', [hashOf(token)]);
    refuseUnlessDone(row?.outcome ?? null);
  }

  private async refuseWhileSomebodyIsSignedIn(request: Request): Promise<void> {
    const token = tokenFrom(request, this.settings);
    if (!token) return;
    const found = await this.database.withoutCaller('select from app.session_of($1, make_interval(mins => $2), $3)', [hashOf(token), IDLE_MINUTES, this.settings.demo]);
    if (found.length > 0) throw new Refused('another-person', 'Somebody is signed in in this browser. Sign out first, then open the link again.');
  }
}

/** One that was never sent, was mistyped, or was replaced by a newer one: nobody learns which. */
const unknownLink = () => new Refused('link-not-good', 'This link is not good. Open the newest message you have from Attest, or ask whoever invited you to send it again.');

function refuseUnlessDone(outcome: Outcome): void {
  if (outcome === 'done') return;
  throw outcome === null ? unknownLink() : refusalOf[outcome]();
}

const refusalOf: Readonly<Record<Exclude<Outcome, null | 'done'>, () => Refused>> = {
  'sent': () => new Refused('changed-meanwhile', 'This invitation changed at the same moment. Try again.'),
  'accepted': () => new Refused('already-done', 'This invitation has been accepted already. If that was you, sign in.'),
  'expired': () => new Refused('invitation-over', 'This invitation has expired. Ask whoever invited you to send it again.'),
  'withdrawn': () => new Refused('invitation-over', 'This invitation has been withdrawn. Ask whoever invited you if you still need it.'),
  'ended': () => new Refused('invitation-over', 'The organisation you were invited to no longer takes part in this partnership.'),
  'another-person': () => new Refused('another-person', 'This invitation is for another address. Sign out, and sign in as the person it was sent to.'),
  'held': () => new Refused('already-done', 'You have a role there already. If it should be another one, ask whoever invited you to change it.'),
  'has-account': () => new Refused('sign-in-first', 'This address has an account already. Sign in, and the invitation is yours to accept.'),
};
