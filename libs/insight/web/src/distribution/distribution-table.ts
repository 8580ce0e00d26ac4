import { Component, computed, input } from '@angular/core';
import { sharesOf, type DistributionLine } from './distribution';

/** The same figures as the bars, in the same order. Lines with a scale of their own name their levels in the cells. */
@Component({
  selector: 'att-distribution-table',
  template: `
    <table class="att-table att-table--compact">
      <caption class="att-visually-hidden">{{ caption() }}</caption>
      <thead>
        <tr>
          <th scope="col">{{ labelled() }}</th>
          <th scope="col">At each level</th>
          <th scope="col" class="number">Answered</th>
          <th scope="col" class="number">Meet it, per cent</th>
          <th scope="col" class="number">Not applicable</th>
          <th scope="col" class="number">Not answered</th>
          <th scope="col" class="number">Not asked</th>
        </tr>
      </thead>
      <tbody>
        @for (line of drawn(); track line.label) {
          <tr>
            <th scope="row">{{ line.label }}</th>
            <td>{{ line.levels }}</td>
            <td class="number">{{ line.of.base }}</td>
            <td class="number">{{ line.of.percentMeets ?? '–' }}</td>
            <td class="number">{{ line.of.notApplicable }}</td>
            <td class="number">{{ line.of.unanswered }}</td>
            <td class="number">{{ line.of.notAsked }}</td>
          </tr>
        }
      </tbody>
    </table>
  `,
})
export class DistributionTable {
  readonly caption = input.required<string>();
  readonly labelled = input.required<string>();
  readonly lines = input.required<readonly DistributionLine[]>();

  protected readonly drawn = computed(() => this.lines().map((line) => ({
    ...line, levels: sharesOf(line.levels, line.of).map(({ level, count }) => `${level.word} ${count}`).join(', '),
  })));
}
