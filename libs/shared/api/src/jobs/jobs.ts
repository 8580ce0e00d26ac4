import { Inject, Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { PgBoss, type JobResult, type JobWithMetadata } from 'pg-boss';
import { Database } from '../database';
import { maskedIn } from '../mail/masked';
import { HANDLES, type Handler, type JobIds } from './job-handler';
import { queues, type QueueName } from './queues';

export const JOB_SETTINGS = Symbol('what the environment says of jobs');

export interface JobSettings {
  /** As the application's role. */
  readonly connectionString: string;
  /** Whether this process does jobs, or only asks for them. */
  readonly works: boolean;
  /** Queues whose jobs wait, because what they need is not set up. */
  readonly waiting: readonly QueueName[];
}

const WORKING = { pollingIntervalSeconds: 1, burstWhenBatchFull: true, batchSize: 5, includeMetadata: true, perJobResults: true } as const;
/** Seconds between two looks for jobs whose worker has died. */
const SUPERVISING = 10;
/** Milliseconds that running jobs have to come to their end when the process stops. */
const PATIENCE = 25_000;

/** Work that is done after the request: asked for inside its transaction, so that what is rolled back is never done. */
@Injectable()
export class Jobs implements BeforeApplicationShutdown {
  private readonly logger = new Logger('Jobs');
  private readonly boss: PgBoss;
  private stopping = false;

  constructor(
    private readonly database: Database,
    private readonly discovery: DiscoveryService,
    @Inject(JOB_SETTINGS) private readonly settings: JobSettings,
  ) {
    this.boss = new PgBoss({
      connectionString: settings.connectionString, application_name: 'attest jobs', max: 4,
      migrate: false, createSchema: false, schedule: false, reindex: false, monitorVacuum: false,
      supervise: settings.works, superviseIntervalSeconds: SUPERVISING, monitorIntervalSeconds: SUPERVISING, flowIntervalSeconds: 3600,
    });
    this.boss.on('error', (error) => this.logger.error(`The queue of jobs: ${maskedIn(error.message)}`));
  }

  /** Asks for a job in the transaction that is open: it exists when that commits, and never did when it does not. */
  async send(queue: QueueName, ids: JobIds, { startAfter }: { readonly startAfter?: Date } = {}): Promise<void> {
    const wordy = Object.entries(ids).find(([, id]) => !UUID.test(id));
    if (wordy) throw new Error(`A job carries ids only, and "${wordy[0]}" is none.`);
    const singletonKey = queues[queue].once ? Object.values(ids).join(' ') : undefined;
    const db = { executeSql: async (text: string, values?: unknown[]) => ({ rows: await this.database.query<object>(text, values) }) };
    await this.boss.send(queue, ids, { db, startAfter, singletonKey });
  }

  /** Begins to take jobs, once the program has been found safe. A queue nobody handles is a mistake, and stops the start. */
  async start(): Promise<void> {
    await this.boss.start();
    const handlers = this.handlers();
    const orphans = Object.keys(queues).filter((name) => !handlers.has(name as QueueName));
    if (orphans.length > 0) throw new Error(`Nobody handles the jobs of: ${orphans.join(', ')}.`);
    if (!this.settings.works) return;
    for (const [queue, handler] of handlers) {
      if (this.settings.waiting.includes(queue)) continue;
      await this.boss.work(queue, { ...WORKING, localConcurrency: queues[queue].atOnce }, (jobs: JobWithMetadata<JobIds>[]) => this.perform(queue, handler, jobs));
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    await this.boss.stop({ timeout: PATIENCE });
  }

  /** One after the other, each with its own end: a letter that cannot be delivered does not hold up the next. */
  private async perform(queue: QueueName, handler: Handler, jobs: readonly JobWithMetadata<JobIds>[]): Promise<JobResult[]> {
    const results: JobResult[] = [];
    for (const job of jobs) results.push(await this.attempt(queue, handler, job));
    return results;
  }

  private async attempt(queue: QueueName, handler: Handler, { id, data, retryCount, retryLimit }: JobWithMetadata<JobIds>): Promise<JobResult> {
    // what has not begun when the process stops is another's to do
    if (this.stopping) return { id, status: 'failed', output: { reason: 'the process stopped first' } };
    const last = retryCount >= retryLimit;
    try {
      await handler(data, { last });
      return { id, status: 'completed' };
    } catch (error) {
      const reason = maskedIn(error instanceof Error ? error.message : String(error));
      this.logger.warn(`Job ${id} of ${queue}, attempt ${retryCount + 1}${last ? ', the last' : ''}: ${reason}`);
      return { id, status: 'failed', output: { reason } };
    }
  }

  private handlers(): Map<QueueName, Handler> {
    const scanner = new MetadataScanner();
    const found = new Map<QueueName, Handler>();
    for (const { instance } of this.discovery.getProviders()) {
      if (!instance || typeof instance !== 'object') continue;
      for (const name of scanner.getAllMethodNames(Object.getPrototypeOf(instance) as object)) {
        const method = (instance as Record<string, Handler>)[name]!;
        const queue: QueueName | undefined = Reflect.getMetadata(HANDLES, method);
        if (queue) found.set(queue, method.bind(instance));
      }
    }
    return found;
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
