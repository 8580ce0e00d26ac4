import { Component, computed, inject, input, linkedSignal, output, viewChild } from '@angular/core';
import type { HeatmapFilters, HeatmapView, InsightFilters } from '@attest/shared/client';
import { FollowLinks, Icon } from '@attest/shared/ui';
import { chosen } from '@attest/shared/web';
import { HeatmapDisplay } from './heatmap-display';
import { drawRows } from './heatmap-cells';
import { HeatmapKey } from './heatmap-key';
import { inOrder } from './heatmap-order';
import { levelLines, percentLines } from './heatmap-summary';
import { drawIn, type Mode } from './heatmap-modes';
import { HeatmapTools } from './heatmap-tools';
import { RovingGrid } from './roving-grid';

/**
 * Organisation × standard. A real table: letter first, then shape and border, colour last. Cells are plain markup, not
 * components, and links are followed by one listener, because there may be four thousand of them.
 */
@Component({
  selector: 'att-heatmap',
  imports: [HeatmapKey, HeatmapTools, Icon, RovingGrid],
  templateUrl: './heatmap.html',
  hostDirectives: [FollowLinks],
  styleUrls: ['./heatmap.scss', './heatmap-marks.scss'],
})
export class Heatmap {
  protected readonly display = inject(HeatmapDisplay);

  readonly view = input.required<HeatmapView>();
  readonly filters = input<InsightFilters>({});
  readonly sort = input<HeatmapFilters['sort']>();
  /** What was written may be read, so that cells lead to it. */
  readonly leads = input(false);
  /** What the cells show: every level unless said otherwise. */
  readonly mode = input<Mode>();
  readonly sorted = output<HeatmapFilters['sort']>();

  private readonly tools = viewChild.required(HeatmapTools);
  /** Other figures end a walk through these. */
  protected readonly exploring = linkedSignal({ source: this.view, computation: () => false });
  private readonly drawn = computed(() => drawRows(this.view(), (standard, organisation) => this.linkTo(standard, organisation), (submission) => (this.leads() ? `/returns/${submission}/rating` : null), (...cell) => drawIn(this.mode(), ...cell)));
  /** The same rows in another order: they are moved, not drawn again. */
  protected readonly rows = computed(() => {
    const { rows, levels, pages } = this.view();
    if (pages > 1) return this.drawn();
    const byId = new Map(this.drawn().map((row) => [row.id, row]));
    return inOrder(rows, levels, this.sort()).map(({ organisationId }) => byId.get(organisationId)!);
  });
  protected readonly lines = computed(() => levelLines(this.view()));
  protected readonly percents = computed(() => percentLines(this.view()));
  protected readonly fourLevels = computed(() => this.view().levels.some(({ colour }) => colour === 'blue'));
  protected readonly moderated = computed(() => this.view().rows.some(({ cells }) => cells.some(({ self }) => self !== null)));
  protected readonly revised = computed(() => this.view().rows.some(({ cells, overallRevised }) => overallRevised || cells.some(({ revised }) => revised)));
  protected readonly order = computed(() => this.sort() ?? 'weakest');

  protected linkTo(standard: string, organisation?: string): string | null {
    if (!this.leads()) return null;
    const query = new URLSearchParams(chosen({ ...this.filters(), organisation }));
    return `/compare/${this.view().round.id}/standards/${encodeURIComponent(standard)}${query.size > 0 ? `?${query}` : ''}`;
  }

  protected left(exploring: boolean): void {
    this.exploring.set(exploring);
    if (!exploring) this.tools().focus();
  }
}
