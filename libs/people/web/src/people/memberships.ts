import { Component, inject, signal } from '@angular/core';
import type { OwnMembership } from '@attest/shared/client';
import { Confirm, DatePipe, Notice } from '@attest/shared/ui';
import { Reading, Session, problemOf } from '@attest/shared/web';
import { PeopleApi } from './people-api';
import { roleMeanings, roleWords } from './people-words';

/** Where one has a role, in every partnership, and a way to leave. */
@Component({
  selector: 'att-memberships',
  imports: [DatePipe, Notice, Reading],
  templateUrl: './memberships.html',
  styleUrl: './colleagues-table.scss',
})
export class Memberships {
  private readonly api = inject(PeopleApi);
  private readonly confirm = inject(Confirm);
  private readonly session = inject(Session);

  protected readonly list = this.api.own();
  protected readonly words = { role: roleWords, meaning: roleMeanings };
  protected readonly said = signal('');

  protected where(one: OwnMembership): string {
    return one.organisation ?? one.trust ?? one.partnership.name;
  }

  protected async leave(one: OwnMembership): Promise<void> {
    const where = this.where(one);
    const sure = await this.confirm.ask({
      heading: `Leave ${where}?`, danger: true, action: `Leave ${where}`,
      text: `You will no longer be ${roleWords[one.role].toLowerCase()} there, from your next click on. To come back you need a new invitation.`,
    });
    if (!sure) return;
    try {
      await this.api.leave(one.id);
      this.said.set(`You have left ${where}.`);
      await this.session.renewed();
    } catch (error) {
      this.said.set(problemOf(error).detail);
    } finally {
      this.list.reload();
    }
  }
}
