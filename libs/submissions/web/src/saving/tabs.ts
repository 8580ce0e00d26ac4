import { v7 as uuid } from 'uuid';
import type { SavedAnswer } from '@attest/shared/client';
import type { Place } from '../current-return';

type Message = { readonly owner: string; readonly tab: string; readonly place?: Place; readonly saved?: SavedAnswer };

/**
 * The pages of one person in one browser. Each holds a lock of its own for as long as it lives, so that another learns at once
 * when it is gone and what it left is sent by exactly one of them; and each tells the others what it saved.
 */
export class Tabs {
  readonly id = uuid();
  private readonly channel = new BroadcastChannel('attest-outbox');
  private readonly watched = new Set<string>([this.id]);

  constructor(private readonly owner: string) {}

  /** Whether this browser has what it takes: pages that are not served safely have not. */
  static get possible(): boolean {
    return typeof BroadcastChannel !== 'undefined' && 'locks' in navigator;
  }

  /** Answers once this page is known to be alive. */
  async appear(heard: { readonly saved: (place: Place, saved: SavedAnswer) => void; readonly another: (tab: string) => void }): Promise<void> {
    await new Promise<void>((held) => void navigator.locks.request(lockOf(this.id), () => {
      held();
      return new Promise(() => {});
    }));
    this.channel.addEventListener('message', ({ data: { owner, tab, place, saved } }: MessageEvent<Message>) => {
      if (owner !== this.owner) return;
      if (place && saved) heard.saved(place, saved);
      if (this.watched.has(tab)) return;
      heard.another(tab);
      // so that it knows of this page too, which was here first
      this.tell({});
    });
    this.tell({});
  }

  tell(more: Pick<Message, 'place' | 'saved'>): void {
    this.channel.postMessage({ owner: this.owner, tab: this.id, ...more } satisfies Message);
  }

  /** Calls once when that page is gone, at once if it is already, and in one page only: the others wait their turn and find nothing. */
  whenGone(tab: string, act: () => Promise<void>): void {
    if (this.watched.has(tab)) return;
    this.watched.add(tab);
    void navigator.locks.request(lockOf(tab), act).catch(() => this.watched.delete(tab));
  }
}

const lockOf = (tab: string) => `attest-page-${tab}`;
