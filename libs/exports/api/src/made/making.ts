import type { ChosenOrganisations } from '@attest/insight/api';
import type { SignedInCaller } from '@attest/shared/api';
import type { ExportChoices } from './made-exports.dto';

/** One file that is being made. */
export interface Making {
  readonly asker: SignedInCaller;
  readonly roundId: string;
  readonly wanted: ExportChoices;
  readonly filters: ChosenOrganisations;
  readonly reason: string;
  readonly progress: Progress;
}

/** How far it is. Whoever makes the file says so; whoever stopped it is heard at the next step. */
export class Progress {
  total = 0;
  done = 0;
  private stopped: Error | null = null;

  step(steps = 1): void {
    if (this.stopped) throw this.stopped;
    this.done += steps;
  }

  stop(why: Error): void {
    this.stopped = why;
  }
}

export interface Made {
  readonly fileName: string;
  readonly content: AsyncIterable<Buffer>;
}

/** Makes files of one preset. Nothing is made before it is read. */
export interface Maker {
  make(making: Making): Made | Promise<Made>;
}
