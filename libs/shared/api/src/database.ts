import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type QueryRunner } from 'typeorm';
import type { Act, Thing } from './act';
import type { SignedInCaller } from './caller';
import { ContextSigner } from './context-signer';
import { RefusedButKept, unavailable } from './refused';
import { entryOf, isOwnReading, mayBeTold, noted, recording, type Entry, type Note } from './trail-entry';

type Mode = 'read' | 'write';

interface Unit {
  readonly runner: QueryRunner;
  /** Nobody, in work that begins without one. */
  readonly caller: SignedInCaller | null;
  /** What the trail will say of the request, if anything. */
  entry: Entry | null;
  /** Whether a service said more of it than the address does. */
  noted: boolean;
  /** What it will say besides. */
  readonly further: Entry[];
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
  private readonly acts = new AsyncLocalStorage<{ readonly act: Act; told: boolean }>();

  constructor(
    private readonly source: DataSource,
    private readonly signer: ContextSigner,
  ) {}

  /**
   * Within `work`, every transaction that changes something tells the trail of this act in the same commit; so does one that
   * reads what the route says is told. Answers whether any has.
   */
  async during<T>(act: Act, work: () => Promise<T>): Promise<{ readonly result: T; readonly told: boolean }> {
    const doing = { act, told: false };
    const result = await this.acts.run(doing, work);
    return { result, told: doing.told };
  }

  /** Runs `work` in a transaction of its own, scoped to the caller; rolls back when it throws anything but `RefusedButKept`. */
  transaction<T>(caller: SignedInCaller, mode: Mode, work: () => Promise<T>): Promise<T> {
    return this.unitOfWork(caller, mode, work);
  }

  /**
   * The same for what has to happen together and nobody is signed in for, such as a password reset and its message.
   * Only the scope functions that ask for no caller do anything here: tenant tables are empty and cannot be written, the trail too.
   */
  unattended<T>(work: () => Promise<T>): Promise<T> {
    return this.unitOfWork(null, 'write', work);
  }

  private async unitOfWork<T>(caller: SignedInCaller | null, mode: Mode, work: () => Promise<T>): Promise<T> {
    if (this.units.getStore()) throw new Error('A transaction is open already: work inside it.');
    const runner = await this.connected();
    const act = caller ? this.acts.getStore()?.act : undefined;
    const unit: Unit = { runner, caller, entry: act && mayBeTold(act, mode) ? entryOf(act) : null, noted: false, further: [] };
    try {
      await runner.query(caller ? beginning(mode, this.signer.sign(caller)) : 'begin read write');
      const result = await this.units.run(unit, work).catch(onlyIfKept);
      await this.commit(unit, mode, result instanceof RefusedButKept ? result.code : 'done');
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

  /** Tells the trail more of what this request does. Says nothing where nothing is told, as in most reads. */
  note(more: Note): void {
    const unit = this.unit;
    if (!unit.entry) return;
    unit.entry = noted(unit.entry, more);
    unit.noted = true;
  }

  /** What has been made, unless a service has said what it is called. */
  noteMade(thing: Thing): void {
    if (this.unit.entry?.thing === null) this.note({ thing });
  }

  /** Tells of what left no transaction behind, such as what was refused. */
  async tell(caller: SignedInCaller, entry: Entry, outcome: string): Promise<void> {
    const runner = await this.connected();
    try {
      await runner.query(this.telling(caller, [entry], outcome));
    } catch (error) {
      await runner.query('rollback').catch(() => {});
      throw error;
    } finally {
      await runner.release();
    }
  }

  /** An event of its own beside that of the request, or of work that no request asked for. */
  record(entry: Pick<Entry, 'action'> & Partial<Entry>): void {
    if (!this.unit.caller) throw new Error('The trail tells of what somebody did, and this transaction works for nobody.');
    this.unit.further.push({ route: this.acts.getStore()?.act.route ?? '', thing: null, organisationId: null, detail: {}, ...entry });
  }

  /** Who this transaction works for. */
  get caller(): SignedInCaller {
    const { caller } = this.unit;
    if (!caller) throw new Error('This transaction works for nobody: open one with Database.transaction.');
    return caller;
  }

  /** Says again who this transaction works for. What was signed at its beginning is good for minutes, and the file of a country may take more. */
  async goOn(): Promise<void> {
    await this.query("select set_config('app.context', $1, true)", [this.signer.sign(this.caller)]);
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

  /**
   * One message for the trail and the commit: either both are there or neither. A read stays read only, and one that is told
   * is told in a transaction of its own behind it, before anything of it leaves. A request that takes several transactions is
   * told once, unless a later one has more to say.
   */
  private async commit({ runner, caller, entry, noted: more, further }: Unit, mode: Mode, outcome: string): Promise<void> {
    if (!caller) return void (await runner.query('commit'));
    const doing = this.acts.getStore();
    const quiet = !entry || !doing || (doing.told && !more) || (mode === 'read' && isOwnReading(doing.act, entry, caller));
    const told = quiet ? further : [entry, ...further];
    if (mode === 'write') await runner.query(`${told.map((one) => recording(one, outcome)).join('')}commit`);
    else await runner.query(`commit${told.length > 0 ? `; ${this.telling(caller, told, outcome)}` : ''}`);
    if (doing && told.length > 0) doing.told = true;
  }

  /** A whole transaction in one message. */
  private telling(caller: SignedInCaller, entries: readonly Entry[], outcome: string): string {
    return `${beginning('write', this.signer.sign(caller))}; ${entries.map((entry) => recording(entry, outcome)).join('')}commit`;
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
function beginning(mode: Mode, context: string): string {
  if (!/^[0-9a-f.-]+$/.test(context)) throw new Error('The caller context has a character that does not belong there.');
  return `begin ${mode === 'read' ? 'isolation level repeatable read read only' : 'read write'}; select set_config('app.context', '${context}', true)`;
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
