import { Anything, Flag, Instant, One, OneOf, Text, Texts, Uuid } from '@attest/shared/api';
import { RecoveryCodes } from '../second-factor.dto';
import { SessionView } from '../session.dto';

const bytes = (example: string, options: { optional?: true; max?: number } = {}) => Text({ max: 20_000, example, description: 'Base64url.', ...options });

/** What `navigator.credentials` is asked, in the JSON of WebAuthn (section 5.8 there). */
export class PasskeyRequest {
  @Anything({ schema: { type: 'object', additionalProperties: true }, example: { challenge: 'mYx3…', rpId: 'attest.example.org', userVerification: 'required' }, description: 'For `navigator.credentials`. Good once, for five minutes.' })
  options: object;
}

class MadeByDevice {
  @Text({ min: 1, max: 1400, example: 'AbC1…' }) id: string;
  @Text({ min: 1, max: 1400, example: 'AbC1…' }) rawId: string;
  @OneOf(['public-key']) type: 'public-key';
  @Anything({ schema: { type: 'object' }, example: {} }) clientExtensionResults: object;
  @Text({ optional: true, max: 40, example: 'platform' }) authenticatorAttachment?: string;
}

export class PasskeyAssertion {
  @bytes('eyJ0…') clientDataJSON: string;
  @bytes('SZYN…') authenticatorData: string;
  @bytes('MEUC…') signature: string;
  @bytes('AZjA…', { optional: true, max: 200 }) userHandle?: string;
}

/** The answer of a passkey that was asked to sign. */
export class PasskeySignature extends MadeByDevice {
  @One(() => PasskeyAssertion) response: PasskeyAssertion;
}

export class PasskeyAttestation {
  @bytes('eyJ0…') clientDataJSON: string;
  @bytes('o2Nm…') attestationObject: string;
  @bytes('SZYN…', { optional: true }) authenticatorData?: string;
  @bytes('MFkw…', { optional: true }) publicKey?: string;
  @Anything({ schema: { type: 'integer' }, example: -7, optional: true }) publicKeyAlgorithm?: number;
  @Texts({ optional: true, most: 10, example: ['internal', 'hybrid'] }) transports?: string[];
}

/** A passkey that was just made. */
export class NewPasskey extends MadeByDevice {
  @One(() => PasskeyAttestation) response: PasskeyAttestation;
}

export class PasskeyAdded {
  @Texts({ example: ['k3xw9p-7m2qht-n8rj5d-v4zc6b'], description: 'With the first second factor, as for an authenticator app; otherwise none.' }) recoveryCodes: RecoveryCodes['recoveryCodes'];
  @One(() => SessionView) session: SessionView;
}

export class PasskeyName {
  @Text({ min: 1, max: 200, example: 'Office laptop' }) name: string;
}

export const passkeyMoves = ['rename', 'remove'] as const;

export class PasskeyView {
  @Uuid() id: string;
  @Text({ example: 'Chrome on Windows' }) name: string;
  @Flag({ description: 'Whether it is kept on several devices, as password managers and telephones do.' }) synced: boolean;
  @Instant() addedAt: string;
  @Instant({ nullable: true }) usedAt: string | null;
  @Instant({ nullable: true, description: 'When it was used as only a copy of it would be: it signs nobody in any more.' }) doubtedAt: string | null;
  @Texts({ of: passkeyMoves, description: 'The only second factor, or the only way to sign in, cannot be removed.' }) moves: (typeof passkeyMoves)[number][];
}
