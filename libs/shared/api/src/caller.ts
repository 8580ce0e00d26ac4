import { SetMetadata, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Action, Caller } from '@attest/domain/access';
import type { Act } from './act';
import type { InvitedGuest } from './guest-door';

/** Who is calling, with what is needed to sign the transaction and to write a name beside what they did. */
export interface SignedInCaller extends Caller {
  readonly sessionId: string;
  readonly name: string;
  readonly email: string;
  readonly guest?: InvitedGuest;
}

export const ACTION = 'attest:action';
export const PUBLIC = 'attest:public';
export const OWN_TRANSACTIONS = 'attest:own-transactions';
export const EARLY_STAGES = 'attest:early-stages';
export const FRESH = 'attest:fresh';

/** How far somebody has come in signing in: the password alone opens the way to a second factor, and nothing else. */
export const stages = ['second-factor', 'enrolment', 'full'] as const;
export type Stage = (typeof stages)[number];

/** The action this route is. Whether the caller may do it to *this* thing is decided by policy and row-level security. */
export const Can = (action: Action) => SetMetadata(ACTION, action);

/** For the few routes that answer anybody. */
export const Public = () => SetMetadata(PUBLIC, true);

/** For the routes by which a half-signed-in person gets on, who are open at these stages too. */
export const AtStage = (...early: Exclude<Stage, 'full'>[]) => SetMetadata(EARLY_STAGES, early);

/** For what must not happen at a computer somebody walked away from: who they are must have been proved a moment ago. */
export const Fresh = () => SetMetadata(FRESH, true);

/** For routes that do slow work between short transactions, such as reading an uploaded file. */
export const OwnTransactions = () => SetMetadata(OWN_TRANSACTIONS, true);

export const TRACED = 'attest:traced';

/**
 * For routes that only read, and whose reading is told in the trail: always, or when it is another organisation's than the
 * caller's own. The service says whose it is with `Database.note`.
 */
export const Traced = (when: TracedWhen = 'always') => SetMetadata(TRACED, when);
export type TracedWhen = 'always' | 'of-others';

export const BY_TOKEN = 'attest:by-token';

/** For what programs read by an access token, and by nothing else: a cookie is not looked at, and elsewhere no token is. Only to read. */
export const ByToken = () => SetMetadata(BY_TOKEN, true);

export const UNTOLD = 'attest:untold';

/** For what comes four times a minute and changes nothing that lasts, such as saying that one is still here. */
export const Untold = () => SetMetadata(UNTOLD, true);

export interface CallerRequest {
  act?: Act;
  caller?: SignedInCaller;
  csrfToken?: string;
  sessionExpiresAt?: Date;
  stage?: Stage;
}

/** The signed-in caller, for routes that open their own transactions. */
export const FromCaller = createParamDecorator((_: unknown, context: ExecutionContext) =>
  context.switchToHttp().getRequest<CallerRequest>().caller);
