import { Component, computed, inject, input } from '@angular/core';
import type { Phase, Sector } from '@attest/domain/questionnaire';
import type { InsightFilters, StandardDetail } from '@attest/shared/client';
import { EmptyState, Figure, Notice } from '@attest/shared/ui';
import { Page, Rating } from '@attest/shared/web';
import { barsOf } from '../distribution/distribution';
import { DistributionTable } from '../distribution/distribution-table';
import { InsightApi } from '../insight-api';
import { StandardQuestionLine } from './standard-question';
import { StandardRatings } from './standard-ratings';

/** One standard, question by question; and what one organisation chose, when a cell led here. */
@Component({
  selector: 'att-standard-page',
  imports: [DistributionTable, EmptyState, Figure, Notice, Page, Rating, StandardQuestionLine, StandardRatings],
  templateUrl: './standard-page.html',
})
export class StandardPage {
  readonly roundId = input.required<string>();
  readonly standard = input.required<string>();
  readonly organisation = input<string>();
  readonly areaId = input<string>();
  readonly phase = input<Phase>();
  readonly sector = input<Sector>();
  readonly type = input<string>();

  protected readonly filters = computed<InsightFilters>(() => ({ areaId: this.areaId(), phase: this.phase(), sector: this.sector(), type: this.type() }));
  protected readonly filtered = computed(() => Object.values(this.filters()).some(Boolean));
  protected readonly detail = inject(InsightApi).standard(this.roundId, this.standard, computed(() => ({ ...this.filters(), organisationId: this.organisation() })));
  protected readonly heading = computed(() => (this.detail.hasValue() ? `${this.detail.value().ref} ${this.detail.value().title}` : 'Standard'));
  protected readonly rated = computed(() => (this.detail.hasValue() ? this.detail.value().questions.filter(({ levels }) => levels.length > 0) : []));
  protected readonly unrated = computed(() => (this.detail.hasValue() ? this.detail.value().questions.filter(({ levels }) => levels.length === 0) : []));
  protected readonly lines = computed(() => this.rated().map(({ ref, title, distribution, levels }) => ({ label: `${ref} ${title}`, of: distribution, levels })));
  protected readonly picture = computed(() => barsOf(this.lines()));

  protected subtitle({ round, provisional }: StandardDetail): string {
    return `Organisations at each level, of those that answered; ${round.name}${this.filtered() ? ', filtered' : ''}${provisional ? ' [p]' : ''}`;
  }
}
