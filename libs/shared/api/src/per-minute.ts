/** So many a minute of each; counted by the clock's minute, so that there is nothing to tidy up but one map. */
export class PerMinute {
  private minute = 0;
  private counts = new Map<string, number>();

  constructor(private readonly most: number) {}

  admits(key: string, now = Date.now()): boolean {
    const minute = Math.floor(now / 60_000);
    if (minute !== this.minute) [this.minute, this.counts] = [minute, new Map()];
    const count = (this.counts.get(key) ?? 0) + 1;
    this.counts.set(key, count);
    return count <= this.most;
  }
}
