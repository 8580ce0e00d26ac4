import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { OrganisationKind, Phase, Sector } from '@attest/domain/questionnaire';
import type { OrganisationFilters } from '@attest/shared/client';
import { EmptyState, Paging } from '@attest/shared/ui';
import { Page, Session } from '@attest/shared/web';
import { OrganisationFiltersForm } from './organisation-filters';
import { OrganisationsApi } from './organisations-api';
import { OrganisationsTable } from './organisations-table';

/** The register of the partnership. */
@Component({
  selector: 'att-organisations-page',
  imports: [EmptyState, OrganisationFiltersForm, OrganisationsTable, Page, Paging, RouterLink],
  templateUrl: './organisations-page.html',
})
export class OrganisationsPage {
  readonly kind = input<OrganisationKind>();
  readonly areaId = input<string>();
  readonly phase = input<Phase>();
  readonly sector = input<Sector>();
  readonly status = input<OrganisationFilters['status']>();
  readonly search = input<string>();
  readonly page = input<string>();

  protected readonly session = inject(Session);
  protected readonly filters = computed<OrganisationFilters>(() => ({
    kind: this.kind(), areaId: this.areaId(), phase: this.phase(), sector: this.sector(), status: this.status(), search: this.search(), page: this.page(),
  }));
  protected readonly list = inject(OrganisationsApi).list(this.filters);
  protected readonly filtered = computed(() => Object.values({ ...this.filters(), page: undefined }).some(Boolean));
}
