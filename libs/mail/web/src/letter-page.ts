import { Component, computed, inject, input } from '@angular/core';
import { DatePipe } from '@attest/shared/ui';
import { Page } from '@attest/shared/web';
import { linesOf } from './lines';
import { MailApi } from './mail-api';

/** One message of the demonstration, as it would have been read. */
@Component({
  selector: 'att-letter-page',
  imports: [DatePipe, Page],
  template: `
    <att-page [heading]="heading()" caption="Outbox" back="/outbox" backLabel="All messages" [of]="letter">
      @if (letter.hasValue()) {
        @let message = letter.value();
        <dl class="att-facts">
          <dt>To</dt><dd>{{ message.to }}</dd>
          <dt>Written</dt><dd>{{ message.createdAt | attDate: 'time' }}</dd>
        </dl>
        <div class="att-card text">
          @for (line of lines(); track $index) {
            @if (line.link; as link) { <a [href]="link">{{ line.words }}</a> } @else { {{ line.words }} }
            <br>
          }
        </div>
      }
    </att-page>
  `,
  styles: '.text { max-width: var(--att-measure); overflow-wrap: anywhere; } dd { overflow-wrap: anywhere; }',
})
export class LetterPage {
  readonly id = input.required<string>();
  protected readonly letter = inject(MailApi).letter(this.id);
  protected readonly heading = computed(() => (this.letter.hasValue() ? this.letter.value().subject : 'Message'));
  protected readonly lines = computed(() => (this.letter.hasValue() ? linesOf(this.letter.value().text, location.origin) : []));
}
