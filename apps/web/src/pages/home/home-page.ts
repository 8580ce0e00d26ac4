import { NgComponentOutlet } from '@angular/common';
import { Component, computed, inject, signal, type Type } from '@angular/core';
import { Page, Session } from '@attest/shared/web';
import { HomePublished } from './home-published';
import { HomeResults } from './home-results';
import { HomeReturns } from './home-returns';
import { HomeRounds } from './home-rounds';
import { HomeWaiting } from './home-waiting';

/** What waits for this person. Somebody with several roles sees the parts of each. */
@Component({
  selector: 'att-home-page',
  imports: [HomePublished, HomeResults, HomeReturns, HomeRounds, HomeWaiting, NgComponentOutlet, Page],
  template: `
    <att-page [heading]="heading()" [lead]="lead()">
      @if (answers()) { <att-home-waiting /><att-home-returns /> @if (actions(); as part) { <ng-container [ngComponentOutlet]="part" /> } <att-home-published /> }
      @if (runs()) { <att-home-rounds /> } @else if (compares()) { <att-home-results /> }
      @if (!answers() && !runs() && !compares()) {
        <p class="att-measure">Your account has no role in this partnership at the moment. Roles are given by the people who run this service.</p>
      }
    </att-page>
  `,
})
export class HomePage {
  private readonly session = inject(Session);

  /** Fetched after the page itself: the returns come first. */
  protected readonly actions = signal<Type<unknown> | null>(null);

  protected readonly answers = computed(() => this.session.organisations().length > 0);
  protected readonly runs = computed(() => this.session.can('round.manage'));
  protected readonly compares = computed(() => this.session.can('insight.read'));
  protected readonly heading = computed(() => {
    const organisation = this.session.organisation()?.name;
    return organisation ?? (this.answers() ? 'All my organisations' : 'Home');
  });
  protected readonly lead = computed(() => {
    if (this.runs()) return 'The rounds you run, and what comes next.';
    return this.answers() ? '' : 'How well the organisations of the partnership keep children safe.';
  });

  constructor() {
    void import('@attest/actions/web').then((face) => face.loadHomeActions()).then((part) => this.actions.set(part));
  }
}
