import { Component, computed, input, output } from '@angular/core';
import type { QuestionView } from '@attest/shared/client';
import { Notice } from '@attest/shared/ui';
import { newestIn, type Line } from '../saving/line';
import { Said } from './said';

/** What was typed where no answer is taken any more: to be copied, then let go of. */
@Component({
  selector: 'att-unsaved-words',
  imports: [Notice, Said],
  template: `
    <att-notice tone="warning">
      <p>What you typed last could not be saved. It is shown here so that you can copy it.</p>
      @if (question(); as of) {
        @if (newest(); as answer) { <att-said [question]="of" [answer]="answer" /> }
      }
      @if (line().unreadable; as typed) { <p>{{ typed }}</p> }
      <button type="button" class="att-button" (click)="discard.emit()">Discard it</button>
    </att-notice>
  `,
  styles: 'att-said { margin-bottom: 12px; }',
})
export class UnsavedWords {
  readonly line = input.required<Line>();
  readonly question = input.required<QuestionView | null>();
  readonly discard = output();
  protected readonly newest = computed(() => newestIn(this.line()));
}
