import { Component, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { handoverWords } from '@attest/domain/access';
import type { InvitationView } from '@attest/shared/client';
import { Confirm, DatePipe, Tag } from '@attest/shared/ui';
import { problemOf } from '@attest/shared/web';
import { PeopleApi } from './people-api';
import { placeOf, roleWords, stateTones, stateWords } from './people-words';

/** Invitations, what became of them, and what can be done. */
@Component({
  selector: 'att-invitations-table',
  imports: [DatePipe, RouterLink, Tag],
  templateUrl: './invitations-table.html',
  styleUrl: './people-page.scss',
})
export class InvitationsTable {
  private readonly api = inject(PeopleApi);
  private readonly confirm = inject(Confirm);

  readonly invitations = input.required<readonly InvitationView[]>();
  readonly caption = input.required<string>();
  /** Whether to say where to: not on the page of the organisation itself. */
  readonly places = input(true);
  readonly changed = output();

  protected readonly words = { role: roleWords, state: stateWords, tone: stateTones, place: placeOf, handover: handoverWords };
  protected readonly said = signal('');
  private busy = false;

  protected async resend({ id, email }: InvitationView): Promise<void> {
    await this.attempt(async () => {
      await this.api.resend(id);
      this.said.set(`Sent again to ${email}, with a new link. The link sent before no longer works.`);
    });
  }

  protected async withdraw({ id, email }: InvitationView): Promise<void> {
    const sure = await this.confirm.ask({ heading: 'Withdraw this invitation?', text: `The link that was sent to ${email} will no longer work.`, action: 'Withdraw the invitation', danger: true });
    if (!sure) return;
    await this.attempt(async () => {
      await this.api.withdraw(id);
      this.said.set(`The invitation to ${email} is withdrawn.`);
    });
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      await work();
    } catch (error) {
      this.said.set(problemOf(error).detail);
    } finally {
      this.busy = false;
      this.changed.emit();
    }
  }
}
