import type { Place } from '../place';
import type { Device } from './device';
import { keyOf, type Line } from './line';
import { pledge, type Pledge } from './pledge';
import type { Rows, SealedRow } from './sealed-row';

/** Named so in browsers and elsewhere alike. */
export type SealingKey = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

/** What waits to be written for one place; null stands for its end. */
interface Pending {
  line: Line | null;
  readonly written: Pledge;
}

/**
 * The lines of one page of one person, sealed (AES-GCM) under a key that is in memory only. Somebody else at this computer can
 * neither read nor send them. Writes for one place follow one another, and only the newest of those that wait is written.
 */
export class SealedDevice implements Device {
  private readonly pending = new Map<string, Pending>();
  private readonly writing = new Set<string>();

  constructor(
    private readonly rows: Rows,
    private readonly key: SealingKey,
    /** Person and partnership. */
    private readonly owner: string,
    readonly tab: string,
  ) {}

  put(line: Line): Promise<void> {
    return this.write(keyOf(line.place), line);
  }

  remove(place: Place): Promise<void> {
    return this.write(keyOf(place), null);
  }

  /** Pages that have left something here, this one not counted. */
  async otherTabs(): Promise<readonly string[]> {
    const rows = await this.rows.of(this.owner);
    return [...new Set(rows.map(({ tab }) => tab))].filter((tab) => tab !== this.tab);
  }

  /** Hands over what a page that is gone has left, line by line. Each lies where it was until it is safe with whoever takes it. */
  async takeOver(tab: string, take: (line: Line) => Promise<void>): Promise<void> {
    const left = (await this.rows.of(this.owner)).filter((row) => row.tab === tab);
    await Promise.all(left.map(async (row) => {
      const line = await this.open(row);
      if (line) await take(line);
      await this.rows.write([], [row.key]);
    }));
  }

  private async write(place: string, line: Line | null): Promise<void> {
    const waiting = this.pending.get(place);
    if (waiting) {
      waiting.line = line;
      return waiting.written.promise;
    }
    const pending: Pending = { line, written: pledge() };
    this.pending.set(place, pending);
    if (!this.writing.has(place)) void this.drain(place);
    return pending.written.promise;
  }

  private async drain(place: string): Promise<void> {
    this.writing.add(place);
    for (let next = this.pending.get(place); next; next = this.pending.get(place)) {
      this.pending.delete(place);
      await this.writeOne(place, next.line).then(next.written.keep, next.written.break);
    }
    this.writing.delete(place);
  }

  private async writeOne(place: string, line: Line | null): Promise<void> {
    if (line) await this.rows.write([await this.seal(line)]);
    else await this.rows.write([], [this.prefix(this.tab) + place]);
  }

  private async seal(line: Line): Promise<SealedRow> {
    const key = this.prefix(this.tab) + keyOf(line.place);
    const nonce = crypto.getRandomValues(new Uint8Array(12));
    const sealed = await crypto.subtle.encrypt(parameters(nonce, key), this.key, utf8.encode(JSON.stringify(line)));
    return { key, owner: this.owner, tab: this.tab, nonce, sealed };
  }

  /** Null when it cannot be opened, and then nobody ever will: the key it was sealed with has been destroyed. */
  private async open({ key, nonce, sealed }: SealedRow): Promise<Line | null> {
    try {
      return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt(parameters(nonce, key), this.key, sealed))) as Line;
    } catch {
      return null;
    }
  }

  private prefix(tab: string): string {
    return `${this.owner}/${tab}/`;
  }
}

const utf8 = new TextEncoder();
const parameters = (iv: Uint8Array<ArrayBuffer>, about: string) => ({ name: 'AES-GCM', iv, additionalData: utf8.encode(about) });
