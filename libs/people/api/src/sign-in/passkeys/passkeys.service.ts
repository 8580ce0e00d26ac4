import { Injectable } from '@nestjs/common';
import { generateRegistrationOptions } from '@simplewebauthn/server';
import type { Request, Response } from 'express';
import { v7 as uuid } from 'uuid';
import { Database, FRESH_MINUTES, Refused, hashOf, notFound, type SignedInCaller } from '@attest/shared/api';
import { browserIn } from '../browser-words';
import { SecondFactorService } from '../second-factor.service';
import { SessionService } from '../session.service';
import { challengeOf, handleOf, madeFor, tooLate } from './passkey-checks';
import { CHALLENGE_MINUTES } from './passkey-sign-in.service';
import type { NewPasskey, PasskeyAdded, PasskeyRequest, PasskeyView } from './passkeys.dto';
import { RelyingParty } from './relying-party';

interface PasskeyRow {
  id: string; credential_id: string; transports: string[]; name: string; synced: boolean; added_at: Date; used_at: Date | null; doubted_at: Date | null; kept: string | null;
}

/** One's own passkeys. */
@Injectable()
export class PasskeysService {
  constructor(
    private readonly database: Database,
    private readonly factors: SecondFactorService,
    private readonly party: RelyingParty,
    private readonly sessions: SessionService,
  ) {}

  async list(): Promise<PasskeyView[]> {
    return (await this.mine()).map(({ id, name, synced, added_at: addedAt, used_at: usedAt, doubted_at: doubtedAt, kept }) => ({
      id, name, synced, addedAt: addedAt.toISOString(), usedAt: usedAt?.toISOString() ?? null, doubtedAt: doubtedAt?.toISOString() ?? null,
      moves: kept ? ['rename'] : ['rename', 'remove'],
    }));
  }

  async offer({ personId, name, email }: SignedInCaller, request: Request): Promise<PasskeyRequest> {
    if ((await this.factors.mine()).demonstration) throw refusalOf.demonstration();
    // asked here already, so that nobody makes one at their device in vain
    if (!(await this.asked('select app.may_set_up_factor(make_interval(mins => $1)) as outcome', FRESH_MINUTES))) throw refusalOf['proof-needed']();
    const options = await generateRegistrationOptions({
      rpName: 'Attest', rpID: this.party.of(request).id, userID: handleOf(personId), userName: email, userDisplayName: name,
      attestationType: 'none', timeout: CHALLENGE_MINUTES * 60_000,
      excludeCredentials: (await this.mine()).map(({ credential_id: id, transports }) => ({ id, transports })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    await this.database.query('select app.begin_passkey($1, $2, make_interval(mins => $3))', [hashOf(options.challenge), 'add', CHALLENGE_MINUTES]);
    return { options };
  }

  /** The first second factor finishes the signing in, and comes with recovery codes. */
  async add(caller: SignedInCaller, made: NewPasskey, request: Request, response: Response): Promise<PasskeyAdded> {
    const party = this.party.of(request);
    const taken = await this.database.transaction(caller, 'write', () => this.asked('select app.take_passkey_challenge($1, $2) as outcome', challengeOf(made), 'add'));
    if (!taken) throw tooLate();
    const { credential: { id, publicKey, counter }, credentialDeviceType } = await madeFor(made, party);
    const recoveryCodes = await this.database.transaction(caller, 'write', async () => {
      const first = (await this.factors.mine()).confirmed_at === null && (await this.mine()).length === 0;
      const outcome = await this.asked('select app.add_passkey($1, $2, $3, $4, $5, $6, $7, make_interval(mins => $8)) as outcome',
        uuid(), id, Buffer.from(publicKey), counter, made.response.transports ?? [], browserIn(request.headers['user-agent'] ?? ''), credentialDeviceType === 'multiDevice', FRESH_MINUTES);
      if (outcome !== 'added') throw refusalOf[outcome as keyof typeof refusalOf]();
      return first ? this.factors.newRecoveryCodes() : [];
    });
    return { recoveryCodes, session: await this.sessions.raise(caller, response) };
  }

  async rename(id: string, name: string): Promise<void> {
    if (!(await this.asked('select app.rename_passkey($1, $2) as outcome', id, name.trim()))) throw notFound();
  }

  async remove(id: string): Promise<void> {
    const outcome = await this.asked('select app.remove_passkey($1) as outcome', id);
    if (outcome === null) throw notFound();
    if (outcome !== 'removed') throw refusalOf[outcome as keyof typeof refusalOf]();
  }

  private mine(): Promise<PasskeyRow[]> {
    return this.database.query('select * from app.my_passkeys()');
  }

  private async asked(sql: string, ...values: unknown[]): Promise<string | boolean | null> {
    return (await this.database.one<{ outcome: string | boolean | null }>(sql, values))!.outcome;
  }
}

const refusalOf = {
  'proof-needed': () => new Refused('proof-needed', 'Confirm that it is you: enter your password again.'),
  'known': () => new Refused('already-done', 'This device has a passkey for Attest already.'),
  'demonstration': () => new Refused('not-allowed', 'The demonstration accounts are shared, so they have no passkeys.'),
  'last-factor': () => new Refused('still-needed', 'This is your only second factor. Add another passkey or an authenticator app first.'),
  'last-way': () => new Refused('still-needed', 'This is your only way to sign in. Set a password or add another passkey first.'),
};
