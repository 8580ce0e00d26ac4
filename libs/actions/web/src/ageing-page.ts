import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { EmptyState, FilterBar, FilterSelect, Symbols } from '@attest/shared/ui';
import { Page } from '@attest/shared/web';
import { ActionsApi } from './actions-api';
import { AgeingFigure } from './ageing-figure';
import { overdueInWords } from './ageing-figures';

/** What has been done about what was promised, over all rounds or in one. */
@Component({
  selector: 'att-ageing-page',
  imports: [AgeingFigure, EmptyState, FilterBar, FilterSelect, Page, RouterLink, Symbols],
  templateUrl: './ageing-page.html',
})
export class AgeingPage {
  private readonly router = inject(Router);
  readonly roundId = input<string>();
  protected readonly ageing = inject(ActionsApi).ageing(this.roundId);

  private readonly read = computed(() => (this.ageing.hasValue() ? this.ageing.value() : null));
  protected readonly rounds = computed(() => (this.read()?.rounds ?? []).map(({ id, name }) => ({ key: id, label: name })));
  protected readonly subtitle = computed(() => `Actions of submitted returns, ${this.read()?.round?.name ?? 'all rounds'}`);
  protected readonly overdueInWords = overdueInWords;
  protected readonly unknown = computed(() => this.views().some(({ rows }) => rows.some(({ percent }) => percent === null)));
  protected readonly views = computed(() => {
    const of = this.read();
    if (!of) return [];
    return [
      { by: 'roundId', title: 'Round by round', rows: of.byRound },
      { by: 'standard', title: 'By standard', rows: of.byStandard },
      { by: 'group', title: 'By phase and sector', rows: of.byGroup },
      { by: 'areaId', title: 'By area', rows: of.byArea },
    ] as const;
  });
  protected readonly shown = computed(() => this.views().filter(({ rows }) => rows.length > 0));

  protected choose(roundId: string | null): void {
    void this.router.navigate([], { queryParams: { roundId } });
  }
}
