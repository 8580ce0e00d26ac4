import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { TrailFilters } from '@attest/shared/client';
import { EmptyState, Icon } from '@attest/shared/ui';
import { Page, Session, chosen } from '@attest/shared/web';
import { TrailApi } from './trail-api';
import { TrailFiltersForm } from './trail-filters';
import { TrailTable } from './trail-table';

/** Who did what. Whoever looks after an organisation sees what concerns it, and the API says which. */
@Component({
  selector: 'att-trail-page',
  imports: [EmptyState, Icon, Page, RouterLink, TrailFiltersForm, TrailTable],
  templateUrl: './trail-page.html',
  styles: 'nav { display: flex; flex-wrap: wrap; gap: 12px 20px; margin-top: 20px; } @media print { nav { display: none; } }',
})
export class TrailPage {
  readonly from = input<string>();
  readonly to = input<string>();
  readonly personId = input<string>();
  readonly organisationId = input<string>();
  readonly kind = input<TrailFilters['kind']>();
  readonly outcome = input<TrailFilters['outcome']>();
  readonly before = input<string>();

  private readonly session = inject(Session);
  private readonly narrowed = computed<TrailFilters>(() => ({
    from: this.from(), to: this.to(), personId: this.personId(), organisationId: this.organisationId(), kind: this.kind(), outcome: this.outcome(),
  }));
  protected readonly filters = computed<TrailFilters>(() => ({ ...this.narrowed(), before: this.before() }));
  protected readonly page = inject(TrailApi).page(this.filters);
  protected readonly filtered = computed(() => Object.values(this.narrowed()).some(Boolean));
  protected readonly lead = computed(() => (this.session.organisations().length > 0
    ? 'Who did what that concerns your organisation, newest first. Nothing here can be changed or taken out.'
    : 'Who did what, newest first. Nothing here can be changed or taken out.'));
  /** How somebody or something that is filtered by is called, where it is on the page. */
  protected readonly names = computed(() => {
    const events = this.page.hasValue() ? this.page.value().events : [];
    return {
      person: events.find(({ person }) => person?.id === this.personId())?.person?.name ?? 'one person',
      organisation: events.find(({ organisation }) => organisation?.id === this.organisationId())?.organisation?.name ?? 'one organisation',
    };
  });
  protected readonly file = computed(() => {
    const query = new URLSearchParams(chosen(this.narrowed())).toString();
    return `/api/trail/export.csv${query ? `?${query}` : ''}`;
  });
}
