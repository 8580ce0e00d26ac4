import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { EmptyState } from '@attest/shared/ui';
import { Page, Session } from '@attest/shared/web';
import { InsightApi } from '../insight-api';
import { RoundList } from '../round-list';

/** Of which round. */
@Component({
  selector: 'att-findings-rounds-page',
  imports: [EmptyState, Page, RoundList, RouterLink],
  template: `
    <att-page heading="Findings" lead="What matters in a round, in sentences that each lead to their evidence." [of]="rounds">
      @if (session.can('insight.words')) {
        <a attActions class="att-button" routerLink="/findings/themes">Themes</a>
        <a attActions class="att-button" routerLink="/findings/good-practice">Good practice</a>
      }
      @if (rounds.hasValue()) {
        <att-round-list [rounds]="rounds.value()" at="/findings">
          <att-empty-state heading="There is nothing to find yet" text="Findings appear here once the business unit has opened a round and the first returns arrive." />
        </att-round-list>
      }
    </att-page>
  `,
})
export class FindingsRoundsPage {
  protected readonly session = inject(Session);
  protected readonly rounds = inject(InsightApi).rounds();
}
