/** Chance that is the same each time for the same seed (mulberry32). */
export class Chance {
  constructor(private state: number) {}

  /** From 0 up to, and not with, 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  below(most: number): number {
    return Math.floor(this.next() * most);
  }

  of<T>(all: readonly T[]): T {
    return all[this.below(all.length)]!;
  }

  happens(probability: number): boolean {
    return this.next() < probability;
  }
}
