import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Confirm, DatePipe, Notice, Tag } from '@attest/shared/ui';
import { Page, Session, problemOf } from '@attest/shared/web';
import { featureWords, groupOf, kindWords, statusTones, statusWords } from './organisation-words';
import { OrganisationsApi } from './organisations-api';

/** One organisation, as the register knows it. */
@Component({
  selector: 'att-organisation-page',
  imports: [DatePipe, Notice, Page, RouterLink, Tag],
  templateUrl: './organisation-page.html',
})
export class OrganisationPage {
  private readonly api = inject(OrganisationsApi);
  private readonly confirm = inject(Confirm);
  protected readonly session = inject(Session);

  readonly id = input.required<string>();
  protected readonly organisation = this.api.organisation(this.id);
  protected readonly failed = signal('');
  protected readonly decides = computed(() => this.session.can('people.manage') && this.organisation.hasValue());
  /** Agencies are entered by hand; schools are what the national register says. */
  protected readonly editable = computed(() =>
    this.session.can('register.edit') && this.organisation.hasValue() && this.organisation.value().kind === 'agency' && this.organisation.value().status !== 'closed');
  protected readonly heading = computed(() => (this.organisation.hasValue() ? this.organisation.value().name : 'Organisation'));
  protected readonly words = { kind: kindWords, feature: featureWords, status: statusWords, tone: statusTones, group: groupOf };

  protected async end(): Promise<void> {
    const sure = await this.confirm.ask({ heading: `End the taking part of ${this.heading()}?`, text: 'From today it is asked in no new round. What it returned is kept. This cannot be undone.', action: 'End taking part', danger: true });
    if (!sure) return;
    try {
      await this.api.endAgency(this.id());
      this.failed.set('');
    } catch (error) {
      this.failed.set(problemOf(error).detail);
    }
    this.organisation.reload();
  }
}
