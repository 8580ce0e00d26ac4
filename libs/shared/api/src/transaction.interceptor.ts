import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { OWN_TRANSACTIONS, type CallerRequest } from './caller';
import { Database } from './database';

/** One transaction a request: read only for GET, committed before the answer leaves, rolled back when anything throws. */
@Injectable()
export class TransactionInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly database: Database,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<CallerRequest & { method: string }>();
    const own = this.reflector.get<boolean>(OWN_TRANSACTIONS, context.getHandler());
    const { caller } = request;
    if (!caller || own) return next.handle();
    const mode = request.method === 'GET' || request.method === 'HEAD' ? 'read' : 'write';
    return from(this.database.transaction(caller, mode, () => lastValueFrom(next.handle(), { defaultValue: undefined })));
  }
}
