import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

interface CreationOptions { readonly challenge: string; readonly rp: { readonly id: string }; readonly user: { readonly id: string } }
interface RequestOptions { readonly challenge: string; readonly rpId: string }

/** How a device may misbehave, or be somewhere it should not. */
export interface Oddity {
  readonly origin?: string;
  readonly rpId?: string;
  /** Whether it asked for fingerprint, face or PIN. */
  readonly verified?: boolean;
  readonly counter?: number;
  readonly challenge?: string;
  readonly userHandle?: string;
  readonly type?: string;
  readonly key?: KeyObject;
}

/** A security key in software, of one person: makes one passkey and signs with it (WebAuthn, sections 6.1 and 6.5). */
export class PasskeyDevice {
  readonly id = randomBytes(32);
  private readonly keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  private counter = 0;
  private user = '';

  constructor(private readonly origin: string) {}

  make({ challenge, rp, user }: CreationOptions, odd: Oddity = {}) {
    this.user = user.id;
    const data = Buffer.concat([this.authenticatorData(odd.rpId ?? rp.id, odd, 0x40), Buffer.alloc(16), uint16(this.id.length), this.id, this.publicKey()]);
    const attestationObject = Buffer.concat([Buffer.from([0xa3]), text('fmt'), text('none'), text('attStmt'), Buffer.from([0xa0]), text('authData'), bytes(data)]);
    return this.answer({ clientDataJSON: this.clientData('webauthn.create', challenge, odd), attestationObject: attestationObject.toString('base64url'), transports: ['internal'] });
  }

  sign({ challenge, rpId }: RequestOptions, odd: Oddity = {}) {
    const clientDataJSON = this.clientData('webauthn.get', challenge, odd);
    this.counter++;
    const authenticatorData = this.authenticatorData(odd.rpId ?? rpId, odd, 0);
    const signed = Buffer.concat([authenticatorData, createHash('sha256').update(Buffer.from(clientDataJSON, 'base64url')).digest()]);
    return this.answer({
      clientDataJSON, authenticatorData: authenticatorData.toString('base64url'), userHandle: odd.userHandle ?? this.user,
      signature: sign('sha256', signed, odd.key ?? this.keys.privateKey).toString('base64url'),
    });
  }

  private answer<T>(response: T) {
    const id = this.id.toString('base64url');
    return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, authenticatorAttachment: 'platform', response };
  }

  private clientData(type: string, challenge: string, odd: Oddity): string {
    return Buffer.from(JSON.stringify({ type: odd.type ?? type, challenge: odd.challenge ?? challenge, origin: odd.origin ?? this.origin, crossOrigin: false })).toString('base64url');
  }

  /** Present, and verified unless it is odd. */
  private authenticatorData(rpId: string, { verified = true, counter = this.counter }: Oddity, flags: number): Buffer {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    return Buffer.concat([createHash('sha256').update(rpId).digest(), Buffer.from([flags | 0x01 | (verified ? 0x04 : 0)]), count]);
  }

  /** ES256 as COSE writes it (RFC 9053): {1: 2, 3: -7, -1: 1, -2: x, -3: y}. */
  private publicKey(): Buffer {
    const { x, y } = this.keys.publicKey.export({ format: 'jwk' });
    return Buffer.concat([Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]), bytes(Buffer.from(x!, 'base64url')), Buffer.from([0x22]), bytes(Buffer.from(y!, 'base64url'))]);
  }
}

export const strangersKey = () => generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;

/** As CBOR writes it (RFC 8949). */
const text = (value: string) => Buffer.concat([Buffer.from([0x60 + value.length]), Buffer.from(value)]);
const bytes = (value: Buffer) => Buffer.concat([value.length < 256 ? Buffer.from([0x58, value.length]) : Buffer.concat([Buffer.from([0x59]), uint16(value.length)]), value]);
const uint16 = (value: number) => Buffer.from([value >> 8, value & 0xff]);
