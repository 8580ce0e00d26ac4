import { SetMetadata } from '@nestjs/common';
import type { QueueName } from './queues';

/** What a job is about: identifiers by name, and never words. Whoever works on it reads the rows again. */
export type JobIds = Readonly<Record<string, string>>;

export interface Attempt {
  /** Whether nobody will try again when this one fails. */
  readonly last: boolean;
}

/** A method that does the jobs of one queue. Throwing means "try again later"; returning, that there is nothing left to do. */
export type Handler = (ids: JobIds, attempt: Attempt) => Promise<void>;

export const HANDLES = 'attest:handles';

/**
 * This method does the jobs of a queue, one at a time, outside any transaction and without a caller.
 * Anybody who got hold of the database's connection could have forged the job: it says what to look at, and never
 * who asked or what is allowed. Read that from the row; a row that is not there, or not as expected, is nothing to do.
 */
export const JobHandler = (queue: QueueName) => SetMetadata(HANDLES, queue);
