import { computed, effect, signal, type Resource } from '@angular/core';
import { toObservable } from '@angular/core/rxjs-interop';
import { filter, firstValueFrom } from 'rxjs';

export interface Rereading {
  /** Something has changed, which the next reading will tell. */
  again(): void;
  /** A reading that is on its way may not tell what has changed here: then another follows it. */
  changed(): void;
  /** Answers once no reading is on its way, and none is to follow. */
  done(): Promise<void>;
}

/**
 * Reads again what has been read, as often as it takes: a resource does nothing when it is told to reload while it loads, and what
 * is on its way may have left too early. Called where something can be injected.
 */
export function rereading(reading: Pick<Resource<unknown>, 'isLoading'> & { reload(): boolean }): Rereading {
  const overtaken = signal(false);
  const upToDate = computed(() => !reading.isLoading() && !overtaken());
  const turns = toObservable(upToDate);
  effect(() => {
    if (!overtaken() || reading.isLoading()) return;
    overtaken.set(false);
    reading.reload();
  });
  const changed = () => { if (reading.isLoading()) overtaken.set(true); };
  return {
    changed,
    again: () => { if (!reading.reload()) changed(); },
    // what it is now and not what was heard last: that is told a moment later
    done: async () => void await firstValueFrom(turns.pipe(filter(() => upToDate()))),
  };
}
