import { SetMetadata, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Action, Caller } from '@attest/domain/access';

/** Who is calling, with what is needed to sign the transaction and to write a name beside what they did. */
export interface SignedInCaller extends Caller {
  readonly sessionId: string;
  readonly name: string;
  readonly email: string;
}

export const ACTION = 'attest:action';
export const PUBLIC = 'attest:public';
export const OWN_TRANSACTIONS = 'attest:own-transactions';

/** The action this route is. Whether the caller may do it to *this* thing is decided by policy and row-level security. */
export const Can = (action: Action) => SetMetadata(ACTION, action);

/** For the few routes that answer anybody. */
export const Public = () => SetMetadata(PUBLIC, true);

/** For routes that do slow work between short transactions, such as reading an uploaded file. */
export const OwnTransactions = () => SetMetadata(OWN_TRANSACTIONS, true);

export interface CallerRequest {
  caller?: SignedInCaller;
  csrfToken?: string;
  sessionExpiresAt?: Date;
}

/** The signed-in caller, for routes that open their own transactions. */
export const FromCaller = createParamDecorator((_: unknown, context: ExecutionContext) =>
  context.switchToHttp().getRequest<CallerRequest>().caller);
