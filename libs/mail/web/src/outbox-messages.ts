import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { DatePipe, EmptyState } from '@attest/shared/ui';
import { Reading } from '@attest/shared/web';
import { MailApi } from './mail-api';

/** Newest first, each to be opened. */
@Component({
  selector: 'att-outbox-messages',
  imports: [DatePipe, EmptyState, Reading, RouterLink],
  templateUrl: './outbox-messages.html',
  styles: `
    li { display: grid; gap: 2px 32px; padding: 12px 0; border-bottom: 1px solid var(--att-line); overflow-wrap: anywhere; }
    li:first-child { border-top: 2px solid var(--att-outline); }
    a { justify-self: start; font-weight: 650; }
    @media (min-width: 700px) { li { grid-template-columns: 1fr auto; } a { grid-row: span 2; } span { text-align: end; } }
  `,
})
export class OutboxMessages {
  protected readonly messages = inject(MailApi).outbox();
}
