import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { standingWords, type Standing } from '@attest/domain/actions';
import { EmptyState } from '@attest/shared/ui';
import { Page, Session } from '@attest/shared/web';
import { ActionCounts } from './action-counts';
import { ActionTable } from './action-table';
import { ActionsApi } from './actions-api';

/** What was promised, the most pressing first: one's own organisation's, or everybody's for those who look after the partnership. */
@Component({
  selector: 'att-actions-page',
  imports: [ActionCounts, ActionTable, EmptyState, Page, RouterLink],
  template: `
    <att-page heading="Actions" [caption]="caption()" [lead]="lead()" [of]="list">
      @if (session.can('insight.words')) { <a attActions class="att-button" routerLink="/actions/ageing" [queryParams]="{ roundId: roundId() }">What has been done</a> }
      @if (list.hasValue()) {
        @let found = list.value();
        @if (returns()) { <p>Of submitted returns{{ found.within ? ': ' + found.within : '' }}. <a routerLink="/actions">Show all actions</a></p> }
        <att-action-counts [counts]="found.counts" [chosen]="standing()" />
        @if (found.items.length > 0) {
          <att-action-table [actions]="found.items" [caption]="shown()" [named]="several()" />
          @if (found.total > found.items.length) { <p class="att-secondary">The {{ found.items.length }} most pressing of {{ found.total }}. Choose how they stand to see others.</p> }
        } @else if (standing()) {
          <att-empty-state [heading]="'No action is ' + words() + ' at the moment'" text="Others may stand otherwise: look at all of them.">
            <a class="att-button" routerLink="/actions" [queryParams]="{ standing: null }" queryParamsHandling="merge">Show the others</a>
          </att-empty-state>
        } @else {
          <att-empty-state heading="Nothing is planned yet" [text]="mine() ? 'The action plan of each return lists what is below the standard, so that you can say what you will do about it.' : 'Actions appear here once an organisation that planned some has submitted its return.'">
            @if (mine()) { <a class="att-button" routerLink="/returns">My returns</a> }
          </att-empty-state>
        }
      }
    </att-page>
  `,
})
export class ActionsPage {
  protected readonly session = inject(Session);
  readonly standing = input<Standing>();
  /** A part of what figures are counted from, which is where a count leads. */
  readonly returns = input<string>();
  readonly roundId = input<string>();
  readonly areaId = input<string>();
  readonly group = input<string>();
  readonly standard = input<string>();
  private readonly organisation = computed(() => (this.returns() ? null : this.session.organisation()));
  private readonly filters = computed(() => ({
    standing: this.standing(), organisationId: this.organisation()?.id, returns: this.returns(),
    roundId: this.roundId(), areaId: this.areaId(), group: this.group(), standard: this.standard(),
  }));
  protected readonly list = inject(ActionsApi).list(this.filters);

  protected readonly mine = computed(() => !this.returns() && this.session.organisations().length > 0);
  protected readonly several = computed(() => this.organisation() === null);
  protected readonly caption = computed(() => this.organisation()?.name ?? '');
  protected readonly lead = computed(() => (this.mine() ? 'What your organisation said it would do, the most pressing first.' : 'What organisations said they would do, the most pressing first.'));
  protected readonly words = computed(() => (this.standing() ? standingWords[this.standing()!].toLowerCase() : ''));
  protected readonly shown = computed(() => (this.standing() ? `Actions: ${this.words()}` : 'Actions, the most pressing first'));
}
