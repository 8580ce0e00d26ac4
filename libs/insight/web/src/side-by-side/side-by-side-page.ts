import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { Sign } from '@attest/domain/measures';
import { listed } from '@attest/domain/questionnaire';
import type { Side } from '@attest/domain/side-by-side';
import type { SideBySideView, SideView } from '@attest/shared/client';
import { Symbols, TableFile } from '@attest/shared/ui';
import { Page, Reading } from '@attest/shared/web';
import { ComparePlaces } from '../compare-places';
import { InsightApi } from '../insight-api';
import { addressOf, sidesOf } from './chosen-sides';
import { SideCellView } from './side-cell';
import { SideChoice } from './side-choice';

/** Up to four beside one another, standard by standard. What is chosen stands in the address. */
@Component({
  selector: 'att-side-by-side-page',
  imports: [ComparePlaces, Page, Reading, RouterLink, SideCellView, SideChoice, Symbols, TableFile],
  templateUrl: './side-by-side-page.html',
  styleUrl: './side-by-side-page.scss',
})
export class SideBySidePage {
  private readonly api = inject(InsightApi);
  private readonly router = inject(Router);

  readonly roundId = input.required<string>();
  readonly with = input<string>();

  protected readonly sides = computed(() => sidesOf(this.with()));
  protected readonly round = this.api.round(this.roundId);
  protected readonly beside = this.api.sideBySide(this.roundId, computed(() => addressOf(this.sides())));
  protected readonly heading = computed(() => (this.beside.hasValue() && this.beside.value().sides.length > 0 ? headingOf(this.beside.value().sides) : 'Side by side'));
  protected readonly signs = computed<readonly Sign[]>(() => (this.beside.hasValue() ? signsOf(this.beside.value()) : []));

  protected choose(sides: readonly Side[]): void {
    void this.router.navigate([], { queryParams: { with: addressOf(sides) } });
  }

  /** The first, a round ago: what is against it has gone up or down. */
  protected isBefore({ kind, id, last }: SideView): boolean {
    const [first] = this.sides();
    return last && first !== undefined && !first.last && first.of === kind && first.id === id;
  }

  protected said({ kind, returned, denominator }: SideView): string {
    if (kind === 'organisation') return returned === 0 ? 'has not returned' : '';
    return denominator === null ? `${returned} returned` : `${returned} of ${denominator} returned`;
  }
}

function headingOf([first, ...rest]: readonly SideView[]): string {
  return rest.length === 0 ? first!.label : `${first!.label} beside ${listed(rest.map((side) => besideIn(side, first!)))}`;
}

function besideIn({ kind, id, label, last }: SideView, first: SideView): string {
  if (kind === first.kind && id === first.id) return last ? 'last year' : 'this year';
  const who = kind === 'peers' && id === first.id ? 'its peers' : kind === 'everybody' ? 'everybody' : label;
  return last ? `${who} last year` : who;
}

function signsOf({ rows, provisional }: SideBySideView): Sign[] {
  const cells = rows.flatMap((row) => row.cells);
  const any = (test: (cell: typeof cells[0]) => boolean, sign: Sign) => (cells.some(test) ? [sign] : []);
  return [
    ...any(({ state }) => state === 'hidden', 'suppressed'), ...any(({ absence }) => absence === 'not-asked', 'notApplicable'),
    ...any(({ absence, state, percent }) => absence === 'not-returned' || (state === 'share' && percent === null), 'notAvailable'),
    ...any(({ broken, state }) => broken || state === 'not-comparable', 'brokenSeries'), ...(provisional ? ['provisional' as const] : []),
  ];
}
