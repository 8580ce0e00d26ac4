import { Component, effect, inject } from '@angular/core';
import { Router } from '@angular/router';
import { EmptyState } from '@attest/shared/ui';
import { Page } from '@attest/shared/web';
import { InsightApi } from './insight-api';
import { RoundList, openedOf } from './round-list';

/** Which round to look at. Where there is only one, it opens by itself. */
@Component({
  selector: 'att-compare-rounds-page',
  imports: [EmptyState, Page, RoundList],
  template: `
    <att-page heading="Compare" lead="Where organisations are strong and weak, standard by standard." [of]="rounds">
      @if (rounds.hasValue()) {
        <att-round-list [rounds]="rounds.value()" at="/compare" [returns]="true">
          <att-empty-state heading="There is nothing to compare yet" text="Results appear here once the business unit has opened a round and the first returns arrive." />
        </att-round-list>
      }
    </att-page>
  `,
})
export class CompareRoundsPage {
  private readonly router = inject(Router);
  protected readonly rounds = inject(InsightApi).rounds();

  constructor() {
    effect(() => {
      const [only, more] = this.rounds.hasValue() ? openedOf(this.rounds.value()) : [];
      if (only && !more) void this.router.navigate(['/compare', only.id], { replaceUrl: true });
    });
  }
}
