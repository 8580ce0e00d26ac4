import { ApplicationRef, inject } from '@angular/core';

/**
 * Gives what draws a change before the next key is heard. A form whose fields make one thing makes it of what they were drawn
 * with: on a busy computer the browser hands on several keys between two drawings, and the later field would say again what
 * stood in the earlier one before.
 */
export function drawAtOnce(): () => void {
  const application = inject(ApplicationRef);
  return () => application.tick();
}
