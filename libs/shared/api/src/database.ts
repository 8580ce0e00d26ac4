import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityTarget, type ObjectLiteral, type QueryRunner, type Repository } from 'typeorm';
import type { SignedInCaller } from './caller';
import { ContextSigner } from './context-signer';
import { RefusedButKept } from './refused';

interface Unit {
  readonly runner: QueryRunner;
  readonly caller: SignedInCaller;
}

/**
 * The one transaction a request stands in. Everything read or written goes through it, and it sees only what its
 * caller may see. Outside one, it throws: a forgotten transaction must be a failure, not an empty page.
 *
 * Never `Promise.all` over it: one connection answers one statement at a time.
 */
@Injectable()
export class Database {
  private readonly units = new AsyncLocalStorage<Unit>();

  constructor(
    private readonly source: DataSource,
    private readonly signer: ContextSigner,
  ) {}

  /** Runs `work` in a transaction of its own, scoped to the caller; rolls back when it throws anything but `RefusedButKept`. */
  async transaction<T>(caller: SignedInCaller, mode: 'read' | 'write', work: () => Promise<T>): Promise<T> {
    if (this.units.getStore()) throw new Error('A transaction is open already: work inside it.');
    const runner = this.source.createQueryRunner();
    try {
      await runner.startTransaction();
      await runner.query(
        mode === 'read'
          ? "select set_config('app.context', $1, true), set_config('transaction_read_only', 'on', true)"
          : "select set_config('app.context', $1, true)",
        [this.signer.sign(caller)],
      );
      const result = await this.units.run({ runner, caller }, work).catch(onlyIfKept);
      await runner.commitTransaction();
      if (result instanceof RefusedButKept) throw result;
      return result;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction();
      throw error;
    } finally {
      await runner.release();
    }
  }

  /** Who this transaction works for. */
  get caller(): SignedInCaller {
    return this.unit.caller;
  }

  /** The rows, of `update … returning` too: TypeORM's plain answer would be a pair of rows and count there. */
  async query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    const { records } = await this.unit.runner.query(sql, [...parameters], true);
    return records as Row[];
  }

  /** For statements that answer exactly one row or none. */
  async one<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row | null> {
    const [row] = await this.query<Row>(sql, parameters);
    return row ?? null;
  }

  repository<Entity extends ObjectLiteral>(entity: EntityTarget<Entity>): Repository<Entity> {
    return this.unit.runner.manager.getRepository(entity);
  }

  /** For the scope functions that work without a caller (sign-in, set-up). Tenant tables are empty here. */
  withoutCaller<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return this.source.query(sql, [...parameters]);
  }

  private get unit(): Unit {
    const unit = this.units.getStore();
    if (!unit) throw new Error('Database used outside a transaction: open one with Database.transaction.');
    return unit;
  }
}

function onlyIfKept(error: unknown): RefusedButKept {
  if (error instanceof RefusedButKept) return error;
  throw error;
}
