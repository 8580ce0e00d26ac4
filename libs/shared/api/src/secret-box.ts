import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';

export const SECRET_BOX_KEY = Symbol('the key for what is stored sealed');

const [NONCE, TAG] = [12, 16];

/** For secrets that must be read again, such as that of an authenticator app: a copy of the database alone does not open them. */
@Injectable()
export class SecretBox {
  constructor(@Inject(SECRET_BOX_KEY) private readonly key: Buffer) {}

  /** AES-256-GCM. `about` is whose it is: what was sealed for one does not open for another. */
  seal(secret: Buffer, about: string): Buffer {
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce).setAAD(Buffer.from(about));
    const sealed = Buffer.concat([cipher.update(secret), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
  }

  /** Throws when it was not sealed with this key for that one. */
  open(box: Buffer, about: string): Buffer {
    const decipher = createDecipheriv('aes-256-gcm', this.key, box.subarray(0, NONCE)).setAAD(Buffer.from(about)).setAuthTag(box.subarray(NONCE, NONCE + TAG));
    return Buffer.concat([decipher.update(box.subarray(NONCE + TAG)), decipher.final()]);
  }
}
