import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Page } from '@attest/shared/web';
import { RecordsApi } from './records-api';

/** Where the business unit keeps the law: each task with what waits in it. */
@Component({
  selector: 'att-records-page',
  imports: [Page, RouterLink],
  templateUrl: './records-page.html',
  styles: `
    .tasks { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 22rem), 1fr)); gap: 20px; }
    h2 { margin: 0 0 6px; font-size: 1.1875rem; line-height: 1.35; }
    .waits { margin: 8px 0 0; font-weight: 650; }
  `,
})
export class RecordsPage {
  private readonly api = inject(RecordsApi);
  private readonly due = this.api.due();
  private readonly erasures = this.api.erasures();
  private readonly holds = this.api.holds();

  protected readonly waitingPeople = computed(() => (this.erasures.hasValue() ? this.erasures.value().filter(({ state }) => state === 'waiting').length : 0));
  protected readonly dueRecords = computed(() => (this.due.hasValue() ? this.due.value().total : 0));
  protected readonly placedHolds = computed(() => (this.holds.hasValue() ? this.holds.value().filter(({ liftedAt }) => liftedAt === null).length : 0));
}
