import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type QueryRunner } from 'typeorm';
import type { SignedInCaller } from './caller';
import { ContextSigner } from './context-signer';
import { RefusedButKept, unavailable } from './refused';

interface Unit {
  readonly runner: QueryRunner;
  readonly caller: SignedInCaller;
}

/** A statement that is asked all day: PostgreSQL reads and plans its text once a connection, and knows it by its name. */
export interface Prepared {
  readonly name: string;
  readonly text: string;
}

/**
 * The one transaction a request stands in. Everything read or written goes through it, and it sees only what its
 * caller may see. Outside one, it throws: a forgotten transaction must be a failure, not an empty page.
 *
 * Never `Promise.all` over it: one connection answers one statement at a time.
 */
@Injectable()
export class Database {
  private readonly logger = new Logger('Database');
  private readonly units = new AsyncLocalStorage<Unit>();

  constructor(
    private readonly source: DataSource,
    private readonly signer: ContextSigner,
  ) {}

  /** Runs `work` in a transaction of its own, scoped to the caller; rolls back when it throws anything but `RefusedButKept`. */
  async transaction<T>(caller: SignedInCaller, mode: 'read' | 'write', work: () => Promise<T>): Promise<T> {
    if (this.units.getStore()) throw new Error('A transaction is open already: work inside it.');
    const runner = await this.connected();
    try {
      await begin(runner, mode, this.signer.sign(caller));
      const result = await this.units.run({ runner, caller }, work).catch(onlyIfKept);
      await runner.query('commit');
      if (result instanceof RefusedButKept) throw result;
      return result;
    } catch (error) {
      // after a commit there is nothing to roll back, and PostgreSQL says so without minding
      if (!(error instanceof RefusedButKept)) await runner.query('rollback').catch(() => {});
      throw error;
    } finally {
      await runner.release();
    }
  }

  /** Who this transaction works for. */
  get caller(): SignedInCaller {
    return this.unit.caller;
  }

  query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return rowsOf(this.unit.runner, sql, parameters);
  }

  /** For statements that answer exactly one row or none. */
  async one<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row | null> {
    const [row] = await this.query<Row>(sql, parameters);
    return row ?? null;
  }

  prepared<Row>(statement: Prepared, parameters: readonly unknown[] = []): Promise<Row[]> {
    return rowsOf(this.unit.runner, statement, parameters);
  }

  /** For the scope functions that work without a caller (sign-in, set-up). Tenant tables are empty here. */
  async withoutCaller<Row>(statement: string | Prepared, parameters: readonly unknown[] = []): Promise<Row[]> {
    const runner = await this.connected();
    try {
      return await rowsOf(runner, statement, parameters);
    } finally {
      await runner.release();
    }
  }

  /** Whatever the reason that there is no connection, the caller can only try again; the reason is for whoever runs this. */
  private async connected(): Promise<QueryRunner> {
    const runner = this.source.createQueryRunner();
    try {
      await runner.connect();
      return runner;
    } catch (error) {
      this.logger.error(`No connection to the database: ${error instanceof Error ? error.message : String(error)}`);
      await runner.release();
      throw unavailable();
    }
  }

  private get unit(): Unit {
    const unit = this.units.getStore();
    if (!unit) throw new Error('Database used outside a transaction: open one with Database.transaction.');
    return unit;
  }
}

/**
 * One message for both: a round trip costs as much as a small statement. A signed context holds nothing that needs quoting.
 * Reads see one moment throughout, so that two figures of one page or file cannot disagree.
 */
async function begin(runner: QueryRunner, mode: 'read' | 'write', context: string): Promise<void> {
  if (!/^[0-9a-f.-]+$/.test(context)) throw new Error('The caller context has a character that does not belong there.');
  await runner.query(`begin ${mode === 'read' ? 'isolation level repeatable read read only' : 'read write'}; select set_config('app.context', '${context}', true)`);
}

/** TypeORM hands its first argument to pg as it is, which takes a named statement there; with `true` it answers the rows of an update too. */
async function rowsOf<Row>(runner: QueryRunner, statement: string | Prepared, parameters: readonly unknown[]): Promise<Row[]> {
  const { records } = await runner.query(copied(statement) as string, [...parameters], true);
  return records as Row[];
}

/** pg writes the parameters into the object it is given. */
const copied = (statement: string | Prepared) => (typeof statement === 'string' ? statement : { ...statement });

function onlyIfKept(error: unknown): RefusedButKept {
  if (error instanceof RefusedButKept) return error;
  throw error;
}
