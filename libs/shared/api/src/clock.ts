import { Injectable } from '@nestjs/common';

/** Made once: making one takes longer than saving an answer should. */
const england = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' });

/** Where the time comes from, so that a test can say what day it is. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }

  /** Today in England, as an ISO date: deadlines end at midnight there, not in UTC. */
  today(): string {
    return england.format(this.now());
  }
}
