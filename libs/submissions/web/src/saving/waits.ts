import type { Surroundings } from './surroundings';

/** What is to happen after a while, by name: a later wait of the same name takes the place of the one before. */
export class Waits {
  private readonly stops = new Map<string, () => void>();

  constructor(private readonly around: Pick<Surroundings, 'later' | 'pace'>) {}

  later(name: string, milliseconds: number, act: () => void): void {
    this.halt(name);
    this.stops.set(name, this.around.later(milliseconds * this.around.pace, act));
  }

  halt(name: string): void {
    this.stops.get(name)?.();
    this.stops.delete(name);
  }

  stop(): void {
    for (const stop of this.stops.values()) stop();
  }
}
