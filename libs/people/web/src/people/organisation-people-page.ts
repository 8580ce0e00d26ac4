import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ColleagueView, NewRole } from '@attest/shared/client';
import { Confirm, Notice } from '@attest/shared/ui';
import { Page, problemOf } from '@attest/shared/web';
import { AccessReview } from './access-review';
import { ColleaguesTable } from './colleagues-table';
import { InvitationsTable } from './invitations-table';
import { PeopleApi } from './people-api';
import { roleWords } from './people-words';

/** Who can see an organisation: for its lead and for the business unit. */
@Component({
  selector: 'att-organisation-people-page',
  imports: [AccessReview, ColleaguesTable, InvitationsTable, Notice, Page, RouterLink],
  templateUrl: './organisation-people-page.html',
  styles: '.said:empty { display: none; }',
})
export class OrganisationPeoplePage {
  private readonly api = inject(PeopleApi);
  private readonly confirm = inject(Confirm);

  readonly id = input.required<string>();
  protected readonly people = this.api.ofOrganisation(this.id);
  protected readonly heading = computed(() => (this.people.hasValue() ? `Who can see ${this.people.value().organisation.name}` : 'Who can see this organisation'));
  protected readonly name = computed(() => (this.people.hasValue() ? this.people.value().organisation.name : ''));
  protected readonly all = computed(() => (this.people.hasValue() ? [...this.people.value().members, ...this.people.value().partnershipPeople].map(({ id }) => id) : []));
  protected readonly moves = computed<readonly string[]>(() => (this.people.hasValue() ? this.people.value().moves : []));
  protected readonly said = signal('');
  private busy = false;

  protected async remove({ id, name }: ColleagueView): Promise<void> {
    const sure = await this.confirm.ask({ heading: `Remove ${name}?`, text: `${name} can no longer see ${this.name()}, from their next click on. What they entered stays.`, action: `Remove ${name}`, danger: true });
    if (sure) await this.attempt(() => this.api.remove(id), `${name} can no longer see ${this.name()}.`);
  }

  protected changeRole([{ id, name }, role]: readonly [ColleagueView, NewRole['role']]): Promise<void> {
    return this.attempt(() => this.api.changeRole(id, role), `${name} is now ${roleWords[role].toLowerCase()}.`);
  }

  protected confirmList(): Promise<void> {
    return this.attempt(() => this.api.confirm(this.id(), this.all()), 'You confirmed that this list is right.');
  }

  private async attempt(work: () => Promise<unknown>, done: string): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      await work();
      this.said.set(done);
    } catch (error) {
      this.said.set(problemOf(error).detail);
    } finally {
      this.busy = false;
      this.people.reload();
    }
  }
}
