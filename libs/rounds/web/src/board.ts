import { Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import type { RoundView } from '@attest/shared/client';
import { DatePipe, EmptyState, Field, FieldInput, FilterBar, FilterSelect, Icon } from '@attest/shared/ui';
import { Reading } from '@attest/shared/web';
import { BoardCounts } from './board-counts';
import { distinct, shownRows, type Shown } from './board-order';
import { BoardTable } from './board-table';
import { boardStateWords } from './round-words';
import { RoundsApi } from './rounds-api';

/** The return board: who has returned, who has not, whom to chase first. */
@Component({
  selector: 'att-board',
  imports: [BoardCounts, BoardTable, DatePipe, EmptyState, Field, FieldInput, FilterBar, FilterSelect, Icon, Reading],
  templateUrl: './board.html',
  styleUrl: './board.scss',
})
export class Board {
  private readonly router = inject(Router);
  readonly round = input.required<RoundView>();
  readonly shown = input.required<Shown>();

  protected readonly board = inject(RoundsApi).board(computed(() => this.round().id));
  private readonly rows = computed(() => (this.board.hasValue() ? this.board.value().rows : []));
  protected readonly found = computed(() => shownRows(this.rows(), this.shown()));
  protected readonly filtered = computed(() => Object.values({ ...this.shown(), sort: undefined }).some(Boolean));
  protected readonly groups = computed(() => distinct(this.rows().map(({ group }) => group)).map((group) => ({ key: group, label: group })));
  protected readonly areas = computed(() => distinct(this.rows().map(({ area }) => area)).map((area) => ({ key: area, label: area })));
  protected readonly states = Object.entries(boardStateWords).map(([key, label]) => ({ key, label }));
  protected readonly schools = computed(() => this.round().template.audience === 'school');

  /** The rate always with its counts. */
  protected readonly rate = computed(() => {
    if (!this.board.hasValue()) return '';
    const { submitted, denominator, responseRate } = this.board.value();
    return `${submitted} of ${denominator}${responseRate === null ? '' : ` (${responseRate}%)`}`;
  });

  protected choose(change: Shown | Record<string, string | null>): void {
    void this.router.navigate([], { queryParams: change, queryParamsHandling: 'merge' });
  }

  protected clear(): void {
    this.choose({ state: null, group: null, area: null, search: null });
  }
}
