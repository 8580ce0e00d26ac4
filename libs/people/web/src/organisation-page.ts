import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { DatePipe, Tag } from '@attest/shared/ui';
import { Page } from '@attest/shared/web';
import { featureWords, groupOf, kindWords, statusTones, statusWords } from './organisation-words';
import { OrganisationsApi } from './organisations-api';

/** One organisation, as the register knows it. */
@Component({
  selector: 'att-organisation-page',
  imports: [DatePipe, Page, RouterLink, Tag],
  templateUrl: './organisation-page.html',
})
export class OrganisationPage {
  readonly id = input.required<string>();
  protected readonly organisation = inject(OrganisationsApi).organisation(this.id);
  protected readonly heading = computed(() => (this.organisation.hasValue() ? this.organisation.value().name : 'Organisation'));
  protected readonly words = { kind: kindWords, feature: featureWords, status: statusWords, tone: statusTones, group: groupOf };
}
