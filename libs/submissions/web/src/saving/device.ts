import type { Place } from '../place';
import { keyOf, sameWords, type Line } from './line';

/** Where lines wait on this device until they have arrived: whatever becomes of the page, they are there when it is opened again. */
export interface Device {
  /** Answers once it would survive the loss of power. Of several versions of one line only the newest need be written. */
  put(line: Line): Promise<void>;
  remove(place: Place): Promise<void>;
}

/** What of the lines the device has. Without one, and when it fails, they are in memory only and everything goes on. */
export class Safekeeping {
  private readonly safe = new Map<string, Line>();
  private device: Device | null = null;
  /** It could not put something away. */
  broken = false;
  /** When it last put something away. */
  storedAt: Date | null = null;

  constructor(
    private readonly lines: ReadonlyMap<string, Line>,
    private readonly changed: () => void,
  ) {}

  get there(): boolean {
    return this.device !== null;
  }

  use(device: Device): void {
    this.device = device;
    for (const key of this.lines.keys()) void this.store(key);
  }

  /** Whether what was typed there would still be there after a crash. */
  has(line: Line): boolean {
    const safe = this.safe.get(keyOf(line.place));
    return safe !== undefined && sameWords(safe, line);
  }

  /** Puts the line away as it is now. Never fails. */
  async store(key: string): Promise<void> {
    const line = this.lines.get(key);
    if (!line || !this.device) return;
    try {
      await this.device.put(line);
    } catch {
      return this.fail();
    }
    this.broken = false;
    this.storedAt = new Date();
    if (this.lines.has(key)) this.safe.set(key, line);
    this.changed();
  }

  /** It has arrived. */
  forget(line: Line): void {
    this.safe.delete(keyOf(line.place));
    this.device?.remove(line.place).catch(() => this.fail());
  }

  private fail(): void {
    this.broken = true;
    this.changed();
  }
}
