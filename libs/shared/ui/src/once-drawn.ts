import { Injector, afterNextRender, inject } from '@angular/core';

/** Gives what waits until a change has been drawn: a timer may run before, and would find the page as it was. */
export function onceDrawn(): (work: () => void) => void {
  const injector = inject(Injector);
  return (work) => void afterNextRender({ read: work }, { injector });
}
