import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { InvitationFilters } from '@attest/shared/client';
import { EmptyState, Field, FieldInput, FilterBar, FilterSelect, Icon, Paging } from '@attest/shared/ui';
import { Page } from '@attest/shared/web';
import { InvitationsTable } from './invitations-table';
import { PeopleApi } from './people-api';
import { PeopleWays } from './people-ways';
import { invitations, stateOptions } from './people-words';

/** Who was invited, and what became of it. */
@Component({
  selector: 'att-invitations-page',
  imports: [EmptyState, Field, FieldInput, FilterBar, FilterSelect, Icon, InvitationsTable, Page, Paging, PeopleWays, RouterLink],
  templateUrl: './invitations-page.html',
  styleUrl: './people-page.scss',
})
export class InvitationsPage {
  private readonly router = inject(Router);

  readonly state = input<InvitationFilters['state']>();
  readonly search = input<string>();
  readonly page = input<string>();

  protected readonly filters = computed<InvitationFilters>(() => ({ state: this.state(), search: this.search(), page: this.page() }));
  protected readonly list = inject(PeopleApi).invitations(this.filters);
  protected readonly filtered = computed(() => Boolean(this.state() || this.search()));
  protected readonly stateOptions = stateOptions;
  protected readonly inWords = invitations;

  protected choose(change: Record<string, string | null>): void {
    void this.router.navigate([], { queryParams: { ...change, page: null }, queryParamsHandling: 'merge' });
  }

  protected clear(): void {
    void this.router.navigate([], { queryParams: {} });
  }
}
