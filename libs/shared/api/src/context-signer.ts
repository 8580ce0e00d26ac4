import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { SignedInCaller } from './caller';

export const SIGNING_KEY = Symbol('the key this process and the database share');

/** Seconds a signed context is good for: longer than any transaction, shorter than anybody's patience. */
const LIFETIME = 300;

/**
 * Signs who a transaction works for, so that a statement smuggled into it cannot change that: the database checks
 * the signature before it believes a word (see migration 0001).
 */
@Injectable()
export class ContextSigner {
  constructor(@Inject(SIGNING_KEY) private readonly key: Buffer) {}

  sign({ partnershipId, personId, sessionId }: SignedInCaller): string {
    const expires = Math.floor(Date.now() / 1000) + LIFETIME;
    const context = `${partnershipId}.${personId}.${sessionId}.${expires}`;
    return `${context}.${createHmac('sha256', this.key).update(context).digest('hex')}`;
  }
}
