import { Component, inject } from '@angular/core';
import { Notice } from '@attest/shared/ui';
import { AnswerSaver } from './answer-saver';

/** Says, where it is so, that this browser keeps nothing of what is typed. */
@Component({
  selector: 'att-memory-only',
  imports: [Notice],
  template: `
    @if (saver.inMemoryOnly()) {
      <att-notice tone="warning">
        <p>This browser does not let Attest keep what you type on this device, as in some private windows. Keep this page open until it says “Saved”.</p>
      </att-notice>
    }
  `,
})
export class MemoryOnly {
  protected readonly saver = inject(AnswerSaver);
}
