import { Component, inject, input, signal } from '@angular/core';
import { DatePipe, EmptyState, Notice, Paging, Tag } from '@attest/shared/ui';
import type { DeliveryView } from '@attest/shared/client';
import { Reading, problemOf } from '@attest/shared/web';
import { MailApi } from './mail-api';

const words = { waiting: 'Waiting', sent: 'Sent', failed: 'Failed', 'wrong-contact': 'Wrong contact' } as const;
const tones = { waiting: 'open', sent: 'quiet', failed: 'problem', 'wrong-contact': 'problem' } as const;

/** What became of each message, newest first. */
@Component({
  selector: 'att-deliveries',
  imports: [DatePipe, EmptyState, Notice, Paging, Reading, Tag],
  templateUrl: './deliveries.html',
  styles: `
    .message { min-width: 15rem; max-width: 32rem; }
    .to { color: var(--att-text-secondary); font-weight: 400; overflow-wrap: anywhere; }
    .state { min-width: 12rem; }
    .reason { margin: 4px 0 8px; font-size: 0.9375rem; }
  `,
})
export class Deliveries {
  private readonly api = inject(MailApi);
  readonly page = input<string>();
  protected readonly list = this.api.deliveries(this.page);
  protected readonly said = signal('');
  protected readonly words = words;
  protected readonly tones = tones;

  protected async sendAgain({ id, to }: DeliveryView): Promise<void> {
    this.said.set(await this.api.sendAgain(id).then(() => `On its way to ${to}.`, (error: unknown) => problemOf(error).detail));
    this.list.reload();
  }
}
