/** What happens to a job of a queue that fails, stalls or is asked for twice. Times are seconds. */
export interface QueueSettings {
  /** Attempts after the first. The last failure puts the job's ids into the queue of dead jobs. */
  readonly retryLimit: number;
  /** The wait before the second attempt; it doubles each time, up to `retryDelayMax`. */
  readonly retryDelay: number;
  readonly retryDelayMax: number;
  /** How long one attempt may take. */
  readonly expireInSeconds: number;
  /** How long a job waits for somebody to take it before it is forgotten. */
  readonly retentionSeconds: number;
  /** Jobs that one process works on at the same time. */
  readonly atOnce: number;
  /** Whether a second job about the same ids is dropped for as long as one waits or runs. */
  readonly once: boolean;
}

const HOUR = 3600;
const DAY = 24 * HOUR;

/** Every kind of work that is done outside a request. A feature that has one adds a row here and a `@JobHandler` at home. */
export const queues = {
  // sixteen attempts reach over about three hours: long enough for a mail server to be mended
  // deleting in batches goes on where it stopped
  'disposal': { retryLimit: 8, retryDelay: 5, retryDelayMax: 300, expireInSeconds: HOUR, retentionSeconds: 7 * DAY, atOnce: 1, once: true },
  'record-export': { retryLimit: 3, retryDelay: 5, retryDelayMax: 60, expireInSeconds: HOUR, retentionSeconds: 7 * DAY, atOnce: 1, once: true },
  'record-expiry': { retryLimit: 16, retryDelay: 60, retryDelayMax: HOUR, expireInSeconds: 60, retentionSeconds: 30 * DAY, atOnce: 1, once: true },
  // one at a time: a large one takes a processor to itself
  'export': { retryLimit: 3, retryDelay: 5, retryDelayMax: 60, expireInSeconds: HOUR, retentionSeconds: 7 * DAY, atOnce: 1, once: true },
  'export-expiry': { retryLimit: 16, retryDelay: 60, retryDelayMax: HOUR, expireInSeconds: 60, retentionSeconds: 30 * DAY, atOnce: 1, once: true },
  'template-import-expiry': { retryLimit: 16, retryDelay: 60, retryDelayMax: HOUR, expireInSeconds: 60, retentionSeconds: 30 * DAY, atOnce: 1, once: true },
  // destroyed a little late is destroyed all the same: it is not handed out meanwhile
  'device-key-expiry': { retryLimit: 16, retryDelay: 60, retryDelayMax: HOUR, expireInSeconds: 60, retentionSeconds: 30 * DAY, atOnce: 1, once: false },
  // clamd may be away for a day: files wait, and whoever wants one asks again
  'evidence-scan': { retryLimit: 30, retryDelay: 2, retryDelayMax: HOUR, expireInSeconds: 600, retentionSeconds: 30 * DAY, atOnce: 2, once: true },
  // asked for again when the round comes back, also while the first is at work: each return is told of once all the same
  'carry-telling': { retryLimit: 8, retryDelay: 5, retryDelayMax: 300, expireInSeconds: HOUR, retentionSeconds: 7 * DAY, atOnce: 1, once: false },
  mail: { retryLimit: 16, retryDelay: 1, retryDelayMax: HOUR / 2, expireInSeconds: 300, retentionSeconds: 30 * DAY, atOnce: 2, once: true },
} as const satisfies Record<string, QueueSettings>;

export type QueueName = keyof typeof queues;

/** Where jobs end that could not be done: nobody works on it, it is there to be looked at. */
export const DEAD_JOBS = 'dead-jobs';
