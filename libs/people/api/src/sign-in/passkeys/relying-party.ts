import { Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { Refused } from '@attest/shared/api';
import { SIGN_IN_SETTINGS, type SignInSettings } from '../../settings';

/** Who a passkey signs for: it is bound to the name of the host, and the browser tells the whole origin. */
export interface Party { readonly id: string; readonly origin: string }

@Injectable()
export class RelyingParty {
  constructor(@Inject(SIGN_IN_SETTINGS) private readonly settings: SignInSettings) {}

  /** Where nobody said which address people type, it is this machine's, at whichever port. */
  of(request: Request): Party {
    const { publicUrl } = this.settings;
    if (publicUrl) return { id: publicUrl.hostname, origin: publicUrl.origin };
    const host = request.headers.host ?? '';
    if (!/^localhost(:\d+)?$/.test(host)) {
      throw new Refused('invalid-request', 'Passkeys work at the address Attest was set up with, or at http://localhost. Open this page there, or sign in another way.');
    }
    return { id: 'localhost', origin: `http://${host}` };
  }
}
