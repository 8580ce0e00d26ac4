import { Component, computed, input } from '@angular/core';
import { listed } from '@attest/domain/questionnaire';
import type { RateRow, ResponseRatesView } from '@attest/shared/client';
import { Figure, dateInWords } from '@attest/shared/ui';

interface Part { readonly title: string; readonly rows: readonly RateRow[] }

/** Who has returned: over all, and by area, phase or sector, and type. */
@Component({
  selector: 'att-response-rates',
  imports: [Figure],
  templateUrl: './response-rates.html',
  styleUrl: './response-rates.scss',
})
export class ResponseRates {
  readonly rates = input.required<ResponseRatesView>();
  readonly groupTitle = input('Phase');

  protected readonly subtitle = computed(() =>
    `Returns submitted out of organisations asked, ${this.rates().round.name}, as of ${dateInWords(this.rates().asOf, 'time')}${this.rates().provisional ? ' [p]' : ''}`);
  protected readonly parts = computed<readonly Part[]>(() => {
    const { byArea, byGroup, byType } = this.rates();
    return [{ title: 'Area', rows: byArea }, { title: this.groupTitle(), rows: byGroup }, { title: 'Type', rows: byType }].filter(({ rows }) => rows.length > 1);
  });
  protected readonly description = computed(() => this.parts().map(({ title, rows }) =>
    `By ${title.toLowerCase()}: ${rows.map((row) => `${row.label} ${saidOf(row)}`).join('; ')}.`).join(' '));
  protected readonly partsInWords = computed(() => listed(this.parts().map(({ title }) => title.toLowerCase())));
  protected readonly saidOf = saidOf;
}

export function saidOf({ submitted, denominator, percent }: RateRow): string {
  return `${submitted} of ${denominator}${percent === null ? '' : ` (${percent}%)`}`;
}
