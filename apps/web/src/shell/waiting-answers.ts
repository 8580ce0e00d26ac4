import { Component, Injector, inject, runInInjectionContext } from '@angular/core';

/** Once the page stands: what was typed here and never arrived is sent, whichever page this is. */
@Component({ selector: 'att-waiting-answers', template: '' })
export class WaitingAnswers {
  constructor() {
    const injector = inject(Injector);
    void import('@attest/submissions/web').then((face) => runInInjectionContext(injector, () => face.sendWhatWaits()));
  }
}
