import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { Clock, Database, FRESH_MINUTES, Refused, SecretBox, codeAsMade, hashOf, readableCode, type SignedInCaller } from '@attest/shared/api';
import { acceptedStep, authenticatorOffer } from './authenticator';
import { passwordMatches } from './passwords';
import type { AuthenticatorConfirmed, AuthenticatorOffer, Proof } from './second-factor.dto';
import type { SessionView } from './session.dto';
import { SessionService } from './session.service';

export interface Factors {
  readonly password_hash: string | null;
  readonly demonstration: boolean;
  readonly secret: Buffer | null;
  readonly offered: Buffer | null;
  readonly confirmed_at: Date | null;
  readonly recovery_codes: number;
}

const RECOVERY_CODES = 10;

@Injectable()
export class SecondFactorService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly box: SecretBox,
    private readonly sessions: SessionService,
  ) {}

  async finishSignIn(caller: SignedInCaller, code: string, response: Response): Promise<SessionView> {
    await this.database.transaction(caller, 'write', () => this.check(code));
    return this.sessions.raise(caller, response);
  }

  async offer(caller: SignedInCaller): Promise<AuthenticatorOffer> {
    const secret = randomBytes(20);
    await this.database.query('select app.offer_authenticator($1)', [this.box.seal(secret, caller.personId)]);
    return authenticatorOffer(secret, caller.email);
  }

  /** The first one finishes the signing in; another takes the place of the one before, by whoever has just proved who they are. */
  async confirm(caller: SignedInCaller, code: string, response: Response): Promise<AuthenticatorConfirmed> {
    const recoveryCodes = await this.database.transaction(caller, 'write', async () => {
      const { offered } = await this.mine();
      if (!(await this.asked('select app.may_set_up_factor(make_interval(mins => $1)) as done', FRESH_MINUTES))) throw new Refused('proof-needed', 'Confirm that it is you: enter your password again.');
      const step = offered ? acceptedStep(this.box.open(offered, caller.personId), code, this.clock.now()) : null;
      if (step === null) throw wrongCode();
      await this.database.query('select app.confirm_authenticator($1)', [step]);
      return this.newRecoveryCodes();
    });
    return { recoveryCodes, session: await this.sessions.raise(caller, response) };
  }

  /** Inside a transaction. */
  async newRecoveryCodes(): Promise<string[]> {
    const codes = Array.from({ length: RECOVERY_CODES }, readableCode);
    await this.database.query('select app.replace_recovery_codes($1)', [codes.map((code) => hashOf(codeAsMade(code)))]);
    return codes;
  }

  async prove(caller: SignedInCaller, { password, code }: Proof, response: Response): Promise<SessionView> {
    const { password_hash: hash, ways } = await this.database.transaction(caller, 'read', async () => ({ ...await this.mine(), ways: await this.ways() }));
    if (!(await passwordMatches(hash, password))) {
      throw new Refused('wrong-credentials', 'That is not your password. Try again.', { faults: [{ where: 'password', detail: 'That is not your password. Try again.' }] });
    }
    // a password alone proves nothing of whoever has a second factor; a passkey proves itself at `proof/passkey`
    if (ways.includes('authenticator') || ways.includes('passkey')) await this.database.transaction(caller, 'write', () => this.check(code ?? ''));
    return this.sessions.raise(caller, response);
  }

  private async ways(): Promise<readonly string[]> {
    return (await this.database.one<{ ways: string[] }>('select app.my_ways() as ways'))!.ways;
  }

  /** Inside a transaction: what the caller can prove who they are with. */
  async mine(): Promise<Factors> {
    return (await this.database.one<Factors>('select * from app.my_factors()'))!;
  }

  /** Inside a transaction. Each code is good once, however many come with it at the same moment. */
  private async check(code: string): Promise<void> {
    const { secret, confirmed_at: confirmed } = await this.mine();
    const step = secret && confirmed ? acceptedStep(this.box.open(secret, this.database.caller.personId), code, this.clock.now()) : null;
    const used = step === null
      ? await this.asked('select app.use_recovery_code($1) as done', hashOf(codeAsMade(code)))
      : await this.asked('select app.use_authenticator_step($1) as done', step);
    if (!used) throw wrongCode();
  }

  private async asked(sql: string, value: unknown): Promise<boolean> {
    return (await this.database.one<{ done: boolean }>(sql, [value]))?.done ?? false;
  }
}

const WRONG = 'That code is not right, or was used already. Wait for the app to show the next one, or use a recovery code.';
const wrongCode = () => new Refused('wrong-credentials', WRONG, { faults: [{ where: 'code', detail: WRONG }] });
