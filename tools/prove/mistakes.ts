import { Reflector } from '@nestjs/core';
import { ContextSigner, Database, type CallerRequest, type SignedInCaller } from '@attest/shared/api';
import type { ExecutionContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CallerGuard } from '../../libs/shared/api/src/caller.guard';
import { GuestDoor } from '../../libs/shared/api/src/guest-door';
import { ACTION, EARLY_STAGES } from '../../libs/shared/api/src/caller';
import type { RunningApi } from '../../apps/api/test/start-api';

/** Something somebody gets wrong in the program one day; answers how it is put right again. */
export interface Mistake {
  readonly name: string;
  readonly make: (api: RunningApi) => () => void;
}

/** For as long as the mistake is there, this method of this object is another. */
function instead<T extends object, K extends keyof T>(object: T, name: K, other: (right: T[K]) => T[K]): () => void {
  const right = object[name];
  object[name] = other(right);
  return () => { object[name] = right; };
}

type CanActivate = CallerGuard['canActivate'];
const guard = (name: string, other: (right: CanActivate) => CanActivate): Mistake => ({ name, make: () => instead(CallerGuard.prototype, 'canActivate', other) });
const requestOf = (context: ExecutionContext) => context.switchToHttp().getRequest<CallerRequest & { method: string }>();

/** Asks the guard, and goes on where it refused for this reason. */
const forgiving = (code: string) => guard(`the guard overlooks ${code}`, (right) => async function (this: CallerGuard, context) {
  return right.call(this, context).catch((error: { code?: string }) => {
    if (error.code === code) return true;
    throw error;
  });
});

/** Every transaction begins as this says. */
const begins = (name: string, change: (sql: string) => string): Mistake => ({
  name,
  make: (api) => instead(api.app.get(DataSource), 'createQueryRunner', (right) => function (this: DataSource, ...mode) {
    const runner = right.apply(this, mode);
    const query = runner.query.bind(runner) as typeof runner.query;
    runner.query = ((sql: string, ...more: []) => query(typeof sql === 'string' ? change(sql) : sql, ...more)) as typeof runner.query;
    return runner;
  }),
});

let first: SignedInCaller | undefined;
const signed = (change: (caller: SignedInCaller) => SignedInCaller) => (api: RunningApi) => instead(api.app.get(ContextSigner), 'sign', (right) => function (this: ContextSigner, caller) {
  return right.call(this, change(caller));
});

export const mistakes: readonly Mistake[] = [
  guard('no guard', () => async () => true),
  forgiving('not-allowed'), forgiving('csrf-token-wrong'), forgiving('second-factor-needed'),
  guard('the guard remembers who came first', (right) => {
    let known: CallerRequest | undefined;
    return async function (this: CallerGuard, context) {
      const passed = await right.call(this, context);
      const { caller, csrfToken, stage } = requestOf(context);
      if (caller) known ??= { caller, csrfToken, stage } as CallerRequest;
      if (known) Object.assign(requestOf(context), known);
      return passed;
    };
  }),
  { name: 'the first guest taken for every other', make: () => {
    let known: ReturnType<GuestDoor['callerOf']> | undefined;
    return instead(GuestDoor.prototype, 'callerOf', (right) => async function (this: GuestDoor, request) {
      const caller = await (known ?? right.call(this, request));
      known ??= Promise.resolve(caller);
      return caller;
    });
  } },
  { name: 'every action taken for one’s own session', make: () => instead(Reflector.prototype, 'get', (right) => function (this: Reflector, ...asked: Parameters<Reflector['get']>) {
    return (asked[0] as unknown) === ACTION ? 'session.own' : right.apply(this, asked);
  } as Reflector['get']) },
  { name: 'every route open to whoever is half signed in', make: () => instead(Reflector.prototype, 'get', (right) => function (this: Reflector, ...asked: Parameters<Reflector['get']>) {
    return (asked[0] as unknown) === EARLY_STAGES ? ['second-factor', 'enrolment'] : right.apply(this, asked);
  } as Reflector['get']) },
  begins('the context set for the whole session', (sql) => sql.replace(/(set_config\('app\.context', '[^']*'), true\)/, '$1, false)')),
  begins('no context set', (sql) => sql.replace(/; select set_config\('app\.context', '[^']*', true\)/, '')),
  begins('the context set outside the transaction', (sql) => sql.replace(/^begin ([a-z ]*); (select set_config\('app\.context', '[^']*', true\))/, '$2; begin $1')),
  { name: 'the context of whoever came first', make: signed((caller) => (first ??= caller)) },
  { name: 'a transaction for nobody', make: (api) => instead(api.app.get(Database), 'transaction', (right) => function (this: Database, caller, mode, work) {
    return right.call(this, { ...caller, personId: '00000000-0000-4000-8000-000000000001' }, mode, work) as never;
  } as Database['transaction']) },
];
