import { Injectable } from '@nestjs/common';

/** What a partnership has from its first day. Features that come after this one add theirs; none of them is known here. */
@Injectable()
export class Foundations {
  private readonly steps: (() => Promise<void>)[] = [];

  add(step: () => Promise<void>): void {
    this.steps.push(step);
  }

  /** Within the transaction that founds the partnership: all of it or none. */
  async lay(): Promise<void> {
    for (const step of this.steps) await step();
  }
}
