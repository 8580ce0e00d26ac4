import { Component, computed, inject, input, linkedSignal, output, viewChild } from '@angular/core';
import type { InsightFilters, QuestionHeatmapFilters, QuestionHeatmapView } from '@attest/shared/client';
import { FollowLinks, Icon } from '@attest/shared/ui';
import { chosen } from '@attest/shared/web';
import { oneDecimal } from './heatmap-cells';
import { HeatmapDisplay } from './heatmap-display';
import { HeatmapKey } from './heatmap-key';
import { HeatmapTools } from './heatmap-tools';
import { RovingGrid } from './roving-grid';
import { drawQuestionRows, levelsIn } from './question-cells';

/** Organisation × question, drawn as the table of standards is: cells are plain markup, and links are followed by one listener. */
@Component({
  selector: 'att-question-heatmap',
  imports: [HeatmapKey, HeatmapTools, Icon, RovingGrid],
  templateUrl: './question-heatmap.html',
  hostDirectives: [FollowLinks],
  styleUrls: ['./heatmap.scss', './heatmap-marks.scss'],
})
export class QuestionHeatmap {
  protected readonly display = inject(HeatmapDisplay);

  readonly view = input.required<QuestionHeatmapView>();
  readonly filters = input<InsightFilters>({});
  readonly sort = input<QuestionHeatmapFilters['sort']>();
  readonly sorted = output<QuestionHeatmapFilters['sort']>();

  private readonly tools = viewChild.required(HeatmapTools);
  /** Other figures end a walk through these. */
  protected readonly exploring = linkedSignal({ source: this.view, computation: () => false });
  protected readonly rows = computed(() => drawQuestionRows(this.view(), (question) => this.linkTo(question)));
  protected readonly levels = computed(() => levelsIn(this.view().questions));
  protected readonly fourLevels = computed(() => this.levels().some(({ colour }) => colour === 'blue'));
  protected readonly order = computed(() => this.sort() ?? 'weakest');
  protected readonly absent = ['not-applicable', 'not-answered', 'not-returned', 'not-asked'] as const;
  protected readonly moves = computed(() => this.view().rows.some(({ cells }) => cells.some(({ movement }) => movement !== null)));
  protected readonly lines = computed(() => {
    const { questions, lastRound } = this.view();
    return [
      { label: 'Answered', unit: 'count', values: questions.map(({ base }) => String(base)) },
      { label: 'Meet it', unit: 'per cent', values: questions.map(({ percentMeets }) => oneDecimal(percentMeets)) },
      ...(lastRound ? [{ label: 'Last round', unit: 'per cent', values: questions.map(({ lastPercentMeets }) => oneDecimal(lastPercentMeets)) }] : []),
    ];
  });

  protected linkTo(question: string): string {
    const query = new URLSearchParams(chosen(this.filters()));
    return `/compare/${this.view().round.id}/questions/${question}${query.size > 0 ? `?${query}` : ''}`;
  }

  protected left(exploring: boolean): void {
    this.exploring.set(exploring);
    if (!exploring) this.tools().focus();
  }
}
