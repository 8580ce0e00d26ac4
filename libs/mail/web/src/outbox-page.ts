import { Component, computed, inject, input } from '@angular/core';
import { EmptyState } from '@attest/shared/ui';
import { Page, Session } from '@attest/shared/web';
import { RouterLink } from '@angular/router';
import { Deliveries } from './deliveries';
import { MailApi } from './mail-api';
import { OutboxMessages } from './outbox-messages';

/** In a demonstration the messages themselves, for everybody; elsewhere what became of them, for the business unit. */
@Component({
  selector: 'att-outbox-page',
  imports: [Deliveries, EmptyState, OutboxMessages, Page, RouterLink],
  template: `
    <att-page heading="Outbox" [lead]="lead()" [of]="welcome">
      @if (welcome.hasValue()) {
        @if (welcome.value().outbox) { <att-outbox-messages /> }
        @else if (session.can('mail.manage')) { <att-deliveries [page]="page()" /> }
        @else {
          <att-empty-state heading="This is for the business unit" text="Sign in as somebody of the business unit to see whether messages have arrived.">
            <a class="att-button" routerLink="/sign-in" [queryParams]="{ then: '/outbox' }">Sign in</a>
          </att-empty-state>
        }
      }
    </att-page>
  `,
})
export class OutboxPage {
  readonly page = input<string>();
  protected readonly session = inject(Session);
  protected readonly welcome = inject(MailApi).welcome();
  protected readonly lead = computed(() => (this.welcome.hasValue() && this.welcome.value().outbox
    ? 'This demonstration sends no mail. What would have been sent is here, for everybody.'
    : 'What Attest has sent by e-mail, and whether it arrived.'));
}
