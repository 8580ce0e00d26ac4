import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { actOf, type Act } from './act';
import { OWN_TRANSACTIONS, type CallerRequest, type SignedInCaller } from './caller';
import { Database } from './database';
import { entryOf } from './trail-entry';

/**
 * One transaction a request: read only for GET, committed before the answer leaves, rolled back when anything throws.
 * What it does is told in the trail by the same commit, whatever the route.
 */
@Injectable()
export class TransactionInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly database: Database,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { caller, act = actOf(context, this.reflector) } = context.switchToHttp().getRequest<CallerRequest>();
    const own = this.reflector.get<boolean>(OWN_TRANSACTIONS, context.getHandler());
    const work = () => lastValueFrom(next.handle(), { defaultValue: undefined });
    return from(caller && !own ? this.inTransaction(caller, act, work) : this.onItsOwn(caller, act, work));
  }

  private async inTransaction(caller: SignedInCaller, act: Act, work: () => Promise<unknown>): Promise<unknown> {
    const { result } = await this.database.during(act, () => this.database.transaction(caller, act.told === 'change' ? 'write' : 'read', async () => {
      const made = await work();
      this.noteMade(act, made);
      return made;
    }));
    return result;
  }

  /** A route that opens its own transactions tells in those that change something; where there was none, it is told here. */
  private async onItsOwn(caller: SignedInCaller | undefined, act: Act, work: () => Promise<unknown>): Promise<unknown> {
    const { result, told } = await this.database.during(act, work);
    if (caller && !told && act.told === 'change') await this.database.tell(caller, entryOf(act), 'done');
    return result;
  }

  /** Where the address names nothing, the thing is the one that has just been made. */
  private noteMade({ thing, makes }: Act, result: unknown): void {
    const id = (result as { id?: unknown } | null | undefined)?.id;
    if (thing === null && typeof id === 'string') this.database.noteMade({ kind: makes, id });
  }
}
