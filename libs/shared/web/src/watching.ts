import { effect, type Signal } from '@angular/core';

const SECONDS = 2;

/** Looks again every two seconds for as long as something is going on. To be called where an effect may be made. */
export function watching(going: Signal<unknown>, look: () => unknown): void {
  effect((onCleanup) => {
    if (!going()) return;
    const timer = setInterval(look, SECONDS * 1000);
    onCleanup(() => clearInterval(timer));
  });
}
