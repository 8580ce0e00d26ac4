import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { layoutTrendPanel } from '@attest/domain/figures';
import type { Phase, Sector } from '@attest/domain/questionnaire';
import { breakInWords, breaksOf, labelsOf, pointInWords, signsOf, titleOf, trendLine, trendPicture } from '@attest/domain/trend';
import type { InsightFilters, TrendFilters, TrendPoint, TrendSeries, TrendView } from '@attest/shared/client';
import { Drawing, EmptyState, Figure, FilterSelect, Symbols } from '@attest/shared/ui';
import { Page, Reading, Session, chosen } from '@attest/shared/web';
import { InsightApi } from '../insight-api';
import { InsightFiltersForm } from '../insight-filters';
import { Comparability } from './comparability';

/** Rounds that followed one another: standard by standard, or the questions of one. */
@Component({
  selector: 'att-trend-page',
  imports: [Comparability, Drawing, EmptyState, Figure, FilterSelect, InsightFiltersForm, Page, Reading, RouterLink, Symbols],
  templateUrl: './trend-page.html',
  styleUrl: './trend-page.scss',
})
export class TrendPage {
  private readonly api = inject(InsightApi);
  private readonly router = inject(Router);
  private readonly session = inject(Session);

  readonly roundId = input.required<string>();
  readonly standard = input<string>();
  readonly organisations = input<TrendFilters['organisations']>();
  readonly areaId = input<string>();
  readonly phase = input<Phase>();
  readonly sector = input<Sector>();
  readonly type = input<string>();

  protected readonly filters = computed<InsightFilters>(() => ({ areaId: this.areaId(), phase: this.phase(), sector: this.sector(), type: this.type() }));
  /** What holds for the whole page, and goes along from the standards to the questions of one and back. */
  protected readonly kept = computed(() => chosen({ ...this.filters(), organisations: this.organisations() }));
  protected readonly round = this.api.round(this.roundId);
  protected readonly kind = computed(() => (this.round.hasValue() ? this.round.value().template.audience : 'school'));
  protected readonly everybody = this.api.responseRates(this.roundId, signal({}));
  protected readonly trend = this.api.trend(this.roundId, computed(() => ({ ...this.filters(), standard: this.standard(), organisations: this.organisations() })));
  protected readonly whose = [{ key: 'the-same', label: 'Those who returned every time' }];

  protected readonly heading = computed(() => {
    const standard = this.trend.hasValue() ? this.trend.value().standard : null;
    return standard ? `${standard.ref} ${standard.title}: trend by question` : 'Trend by standard';
  });
  protected readonly panels = computed(() => (this.trend.hasValue() ? panelsOf(this.trend.value(), (point) => this.linkTo(point)) : []));
  protected readonly picture = computed(() => (this.trend.hasValue() ? trendPicture(this.trend.value()) : null));
  protected readonly titleOf = titleOf;
  protected readonly signsOf = signsOf;
  protected readonly labelsOf = labelsOf;

  protected subtitle({ rounds }: TrendView): string {
    const filtered = Object.keys(this.kept()).length > 0 ? ', filtered' : '';
    return `Organisations that meet ${this.standard() ? 'the question' : 'the standard'}, per cent of those rated${filtered}; ${rounds.length === 1 ? rounds[0]!.label : `${rounds[0]!.label} to ${labelsOf({ rounds } as TrendView).at(-1)}`}`;
  }

  protected choose(organisations: string | null): void {
    void this.router.navigate([], { queryParams: { organisations }, queryParamsHandling: 'merge' });
  }

  private linkTo({ roundId, key, questionId }: TrendPoint): string | null {
    if (!this.session.can('insight.words')) return null;
    const query = new URLSearchParams(chosen(this.filters()));
    const to = this.standard() ? `questions/${questionId}` : `standards/${encodeURIComponent(key!)}`;
    return `/compare/${roundId}/${to}${query.size > 0 ? `?${query}` : ''}`;
  }
}

function panelsOf(view: TrendView, link: (point: TrendPoint) => string | null) {
  return view.series.map((series) => {
    const line = trendLine(series, view, link);
    return { ...series, draw: (width: number) => layoutTrendPanel(line, labelsOf(view), width), breaks: breaksOf(series, view), cells: cellsOf(series) };
  });
}

const cellsOf = ({ points }: TrendSeries) => points.map((point) => `${pointInWords(point)}${breakInWords(point) === '' ? '' : ` ${breakInWords(point)}`}`);
