import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AgeingRow } from '@attest/shared/client';
import { columns, countOf, type AgeingBy } from './ageing-figures';

/** How actions stand, group by group; each count leads to those actions. */
@Component({
  selector: 'att-ageing-table',
  imports: [RouterLink],
  templateUrl: './ageing-table.html',
})
export class AgeingTable {
  readonly by = input.required<AgeingBy>();
  readonly caption = input.required<string>();
  readonly rows = input.required<readonly AgeingRow[]>();
  readonly total = input.required<AgeingRow>();
  readonly roundId = input<string>();

  protected readonly columns = columns;
  protected readonly countOf = countOf;
  protected readonly all = computed(() => [this.total(), ...this.rows()]);

  /** Null where the list cannot be filtered by it. */
  protected listOf(row: AgeingRow, standing: string | null): Record<string, string | null | undefined> | null {
    const filters = { returns: 'submitted', roundId: this.roundId(), standing };
    if (row === this.total()) return filters;
    return row.key === '' ? null : { ...filters, [this.by()]: row.key };
  }
}
