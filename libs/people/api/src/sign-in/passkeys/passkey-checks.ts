import { createHash } from 'node:crypto';
import { Logger } from '@nestjs/common';
import { verifyAuthenticationResponse, verifyRegistrationResponse, type AuthenticationResponseJSON, type RegistrationResponseJSON, type VerifiedRegistrationResponse } from '@simplewebauthn/server';
import { Refused, hashOf } from '@attest/shared/api';
import type { NewPasskey, PasskeySignature } from './passkeys.dto';
import type { Party } from './relying-party';

export interface StoredPasskey { readonly id: string; readonly person_id: string; readonly public_key: Buffer; readonly counter: string; readonly doubted: boolean }

const logger = new Logger('Passkeys');

/** The hash under which the challenge is known that this says it signed; of what cannot be read, one that nobody asked for. */
export function challengeOf({ response: { clientDataJSON } }: PasskeySignature | NewPasskey): Buffer {
  try {
    const { challenge } = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString('utf8')) as { challenge?: unknown };
    return hashOf(String(challenge));
  } catch {
    return createHash('sha256').digest();
  }
}

/** The person verified at the device, for this site, with this key; answers what it counts now. Throws a refusal otherwise. */
export async function countedBy(signature: PasskeySignature, known: StoredPasskey, { id, origin }: Party): Promise<number> {
  // compared with what is stored by the caller, who has to remember a count that went back
  const credential = { id: signature.id, publicKey: new Uint8Array(known.public_key), counter: 0 };
  const checked = await verifyAuthenticationResponse({
    response: signature as AuthenticationResponseJSON, credential, expectedChallenge: () => true, expectedOrigin: origin, expectedRPID: id, requireUserVerification: true,
  }).catch(refused);
  if (!checked?.verified || !isTheirs(signature, known)) throw notAccepted();
  return checked.authenticationInfo.newCounter;
}

export async function madeFor(made: NewPasskey, { id, origin }: Party): Promise<NonNullable<VerifiedRegistrationResponse['registrationInfo']>> {
  const checked = await verifyRegistrationResponse({
    response: made as RegistrationResponseJSON, expectedChallenge: () => true, expectedOrigin: origin, expectedRPID: id, requireUserVerification: true,
  }).catch(refused);
  if (!checked?.verified) throw new Refused('wrong-credentials', 'This passkey was not accepted. It must ask for your fingerprint, face or PIN. Try again, or choose another device.');
  return checked.registrationInfo;
}

/** Passkeys say whom they are of: the sixteen bytes of the person's identifier. */
export const handleOf = (personId: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(personId.replaceAll('-', ''), 'hex'));

const isTheirs = ({ response: { userHandle } }: PasskeySignature, { person_id: personId }: StoredPasskey) =>
  !userHandle || Buffer.from(userHandle, 'base64url').equals(handleOf(personId));

/** The library throws for everything that is wrong; what it says is for whoever runs this, and holds no secret. */
function refused(error: unknown): null {
  logger.warn(`Not accepted: ${error instanceof Error ? error.message.slice(0, 200) : String(error)}`);
  return null;
}

export const notAccepted = () => new Refused('wrong-credentials', 'This passkey was not accepted. Try again, or sign in another way.');
export const tooLate = () => new Refused('wrong-credentials', 'That took too long, or was sent twice. Try again.');
export const unknownPasskey = () => new Refused('wrong-credentials', 'This passkey is not known here. It may have been removed: sign in another way.');
export const doubted = () => new Refused('wrong-credentials', 'A copy of this passkey seems to exist, so it signs nobody in any more. Sign in another way, and remove it from your account.');
