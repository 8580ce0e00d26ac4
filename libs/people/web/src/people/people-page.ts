import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { PeopleFilters } from '@attest/shared/client';
import { DatePipe, EmptyState, FilterBar, FilterSelect, Field, FieldInput, Icon, Paging } from '@attest/shared/ui';
import { Page } from '@attest/shared/web';
import { LostFactor } from './lost-factor';
import { PeopleApi } from './people-api';
import { PeopleWays } from './people-ways';
import { people, placeOf, roleOptions, roleWords } from './people-words';

/** Everybody with a role in the partnership or in one of its organisations. */
@Component({
  selector: 'att-people-page',
  imports: [DatePipe, EmptyState, Field, FieldInput, FilterBar, FilterSelect, Icon, LostFactor, Page, Paging, PeopleWays, RouterLink],
  templateUrl: './people-page.html',
  styleUrl: './people-page.scss',
})
export class PeoplePage {
  private readonly router = inject(Router);

  readonly role = input<PeopleFilters['role']>();
  readonly organisationId = input<string>();
  readonly search = input<string>();
  readonly page = input<string>();

  protected readonly filters = computed<PeopleFilters>(() => ({ role: this.role(), organisationId: this.organisationId(), search: this.search(), page: this.page() }));
  protected readonly list = inject(PeopleApi).people(this.filters);
  protected readonly filtered = computed(() => Object.values({ ...this.filters(), page: undefined }).some(Boolean));
  protected readonly words = { role: roleWords, place: placeOf, people };
  protected readonly roleOptions = roleOptions;

  /** What came of the last thing done to somebody here. */
  protected readonly said = signal('');

  protected choose(change: Record<string, string | null>): void {
    void this.router.navigate([], { queryParams: { ...change, page: null }, queryParamsHandling: 'merge' });
  }

  protected clear(): void {
    void this.router.navigate([], { queryParams: {} });
  }
}
