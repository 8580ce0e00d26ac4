import { Injectable, SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request, Response } from 'express';
import type { CallerRequest } from '../caller';
import { refusalOf } from '../problem.filter';
import type { RefusalCode } from '../refused';
import { addressKey } from './address-key';
import { KnownBrowsers } from './known-browsers';
import { Limiter, accountKey, type Trying } from './limiter';
import { limits, type LimitName } from './limits';

export const LIMITED = 'attest:limited';

/** This route may be tried so often and no more: see the table in `limits.ts`. */
export const Limited = (name: LimitName) => SetMetadata(LIMITED, name);

/** What a wrong guess is answered. The rest is success, a slip of the keyboard, or our own trouble. */
const wrong: readonly RefusalCode[] = ['wrong-credentials', 'link-not-good'];

/** Stands after the guard that knows who calls, and before any that looks at a password. */
@Injectable()
export class LimitGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly limiter: Limiter,
    private readonly browsers: KnownBrowsers,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const name = this.reflector.get<LimitName | undefined>(LIMITED, context.getHandler());
    if (!name) return true;
    const http = context.switchToHttp();
    const claim = await this.limiter.claim(name, this.trying(http.getRequest()));
    if (limits[name].counts === 'failures') forgiveUnlessWrong(http.getResponse(), claim);
    return true;
  }

  /** The account is the one of whoever is signed in, or half so, and else the one typed. */
  private trying(request: Request & CallerRequest): Trying {
    const person = request.caller?.personId;
    const email: unknown = request.caller?.email ?? (request.body as { email?: unknown } | undefined)?.email;
    const account = typeof email === 'string' && email ? accountKey(email) : undefined;
    const browser = account && this.browsers.known(account, request);
    return { address: addressKey(request.ip ?? ''), ...(person && { person }), ...(account && { account }), ...(browser && { browser: `${browser} ${account}` }) };
  }
}

/** Whoever hangs up before the answer has still tried. */
function forgiveUnlessWrong(response: Response, claim: { forgive(): Promise<void> }): void {
  response.once('finish', () => {
    if (!wrong.includes(refusalOf(response)!)) void claim.forgive();
  });
}
