import { linkedSignal, resourceFromSnapshots, type Resource, type ResourceSnapshot } from '@angular/core';

export interface Steady<T> extends Resource<T> {
  reload(): boolean;
  hasValue(this: T extends undefined ? this : never): this is Steady<Exclude<T, undefined>>;
  hasValue(): boolean;
}

/**
 * The last figures stay on the page while the next are on the way, so that choosing a filter does not make it jump.
 * For lists and figures only: never where the id changes, or one thing would stand under the name of another.
 */
export function steady<T>(reading: Resource<T> & { reload(): boolean }): Steady<T> {
  const kept = linkedSignal<ResourceSnapshot<T>, ResourceSnapshot<T>>({
    source: reading.snapshot,
    computation: (now, before) => {
      const last = before?.value;
      const waits = now.status === 'loading' && last && last.status !== 'error' && last.value !== undefined;
      return waits ? { status: 'reloading', value: last.value } : now;
    },
  });
  return Object.assign(resourceFromSnapshots(kept), { reload: () => reading.reload() }) as Steady<T>;
}

/** Only what is chosen, as the query of an address. */
export function chosen(filters: object): Record<string, string> {
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value));
}
