import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { EmptyState } from '@attest/shared/ui';
import { Page } from '@attest/shared/web';
import { PeopleApi } from './people-api';
import { PeopleWays } from './people-ways';

/** Organisations that have nobody who answers for them. */
@Component({
  selector: 'att-without-lead-page',
  imports: [EmptyState, Page, PeopleWays, RouterLink],
  templateUrl: './without-lead-page.html',
  styleUrl: './people-page.scss',
})
export class WithoutLeadPage {
  protected readonly list = inject(PeopleApi).withoutLead();
}
