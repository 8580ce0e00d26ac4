import { Injectable, Logger } from '@nestjs/common';
import { generateAuthenticationOptions } from '@simplewebauthn/server';
import type { Request, Response } from 'express';
import { Database, SignInTrail, hashOf, type SignedInCaller } from '@attest/shared/api';
import { PASSKEY_ROUTE, SIGNING_IN } from '../../settings';
import type { SessionView } from '../session.dto';
import { SessionService } from '../session.service';
import { challengeOf, countedBy, doubted, notAccepted, tooLate, unknownPasskey, type StoredPasskey } from './passkey-checks';
import type { PasskeyRequest, PasskeySignature } from './passkeys.dto';
import { RelyingParty, type Party } from './relying-party';

/** Minutes for which a passkey may be asked to sign one challenge. */
export const CHALLENGE_MINUTES = 5;

/** A passkey unlocked by fingerprint, face or PIN is both factors: what one has, and what one is or knows. */
@Injectable()
export class PasskeySignInService {
  private readonly logger = new Logger('Passkeys');

  constructor(
    private readonly database: Database,
    private readonly party: RelyingParty,
    private readonly sessions: SessionService,
    private readonly trail: SignInTrail,
  ) {}

  async offer(request: Request): Promise<PasskeyRequest> {
    const options = await generateAuthenticationOptions({ rpID: this.party.of(request).id, userVerification: 'required', timeout: CHALLENGE_MINUTES * 60_000 });
    await this.database.withoutCaller('select app.begin_passkey($1, $2, make_interval(mins => $3))', [hashOf(options.challenge), 'sign-in', CHALLENGE_MINUTES]);
    return { options };
  }

  async signIn(signature: PasskeySignature, request: Request, response: Response): Promise<SessionView> {
    const party = this.party.of(request);
    refuseUnlessTaken(await this.database.withoutCaller<Taken>(TAKE, [challengeOf(signature), 'sign-in']));
    const personId = await this.ownerOf(signature, party);
    return this.sessions.start({ personId, way: 'passkey', proven: true }, request, response);
  }

  /** By somebody whose password was right, or who is signed in: one of their own. */
  async offerProof(request: Request): Promise<PasskeyRequest> {
    const mine = await this.database.query<{ credential_id: string; transports: string[] }>('select credential_id, transports from app.my_passkeys() where doubted_at is null');
    const options = await generateAuthenticationOptions({
      rpID: this.party.of(request).id, userVerification: 'required', timeout: CHALLENGE_MINUTES * 60_000,
      allowCredentials: mine.map(({ credential_id: id, transports }) => ({ id, transports })),
    });
    await this.database.query('select app.begin_passkey($1, $2, make_interval(mins => $3))', [hashOf(options.challenge), 'prove', CHALLENGE_MINUTES]);
    return { options };
  }

  async prove(caller: SignedInCaller, signature: PasskeySignature, request: Request, response: Response): Promise<SessionView> {
    const party = this.party.of(request);
    // a transaction of its own: the challenge is spent, whatever comes of it
    refuseUnlessTaken(await this.database.transaction(caller, 'write', () => this.database.query<Taken>(TAKE, [challengeOf(signature), 'prove'])));
    if ((await this.ownerOf(signature, party)) !== caller.personId) throw notAccepted();
    return this.sessions.raise(caller, response);
  }

  /** Whose passkey signed this. One that counts backwards is remembered. */
  private async ownerOf(signature: PasskeySignature, party: Party): Promise<string> {
    const [known] = await this.database.withoutCaller<StoredPasskey>('select * from app.passkey_of($1)', [signature.id]);
    if (!known) throw unknownPasskey();
    const before = Number(known.counter);
    const after = await countedBy(signature, known, party);
    if (known.doubted) throw doubted();
    if ((before > 0 || after > 0) && after <= before) {
      await this.database.withoutCaller('select app.doubt_passkey($1)', [known.id]);
      this.logger.warn(`Passkey ${known.id} counted ${after} after ${before}: a copy of it seems to exist, so it signs nobody in any more.`);
      this.trail.refused(known.person_id, { ...SIGNING_IN, route: PASSKEY_ROUTE, outcome: doubted().code });
      throw doubted();
    }
    refuseUnlessTaken(await this.database.withoutCaller<Taken>('select app.use_passkey($1, $2, $3) as taken', [known.id, before, after]));
    return known.person_id;
  }
}

interface Taken { readonly taken: boolean }

const TAKE = 'select app.take_passkey_challenge($1, $2) as taken';

function refuseUnlessTaken([row]: readonly Taken[]): void {
  if (!row?.taken) throw tooLate();
}
