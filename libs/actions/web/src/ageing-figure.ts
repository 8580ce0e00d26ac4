import { Component, computed, input } from '@angular/core';
import { layoutStackedBar } from '@attest/domain/figures';
import type { AgeingRow } from '@attest/shared/client';
import { Drawing, Figure } from '@attest/shared/ui';
import { ageingBars, overdueInWords, type AgeingBy } from './ageing-figures';
import { AgeingTable } from './ageing-table';

/** The bars of how actions stand, and their table. */
@Component({
  selector: 'att-ageing-figure',
  imports: [AgeingTable, Drawing, Figure],
  template: `
    <att-figure [key]="'by-' + by()" [title]="title()" [subtitle]="subtitle()" [description]="description()" [picture]="picture()">
      <att-drawing attChart [of]="draw()" [most]="720" />
      <att-ageing-table attTable [by]="by()" [caption]="title()" [rows]="rows()" [total]="total()" [roundId]="roundId()" />
    </att-figure>
  `,
  styles: ':host { display: block; margin-bottom: 32px; }',
})
export class AgeingFigure {
  readonly by = input.required<AgeingBy>();
  readonly title = input.required<string>();
  readonly subtitle = input.required<string>();
  readonly rows = input.required<readonly AgeingRow[]>();
  readonly total = input.required<AgeingRow>();
  readonly roundId = input<string>();

  protected readonly draw = computed(() => {
    const bars = ageingBars(this.rows());
    return (width: number) => layoutStackedBar(bars, width);
  });
  protected readonly picture = computed(() => this.draw()(720));
  protected readonly description = computed(() => this.rows().map((row) => `${row.label}: ${overdueInWords(row)}`).join(' '));
}
