import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { JointRoundView } from '@attest/shared/client';
import { EmptyState, Tag } from '@attest/shared/ui';
import { Page } from '@attest/shared/web';
import { RoundsApi } from '../rounds-api';
import { JointApi } from './joint-api';
import { JointBeginForm } from './joint-begin-form';
import { JointCodeForm } from './joint-code-form';
import { partnersInWords } from './joint-words';

/** Rounds run jointly with other partnerships; how to begin one, and how to join one. */
@Component({
  selector: 'att-joint-rounds-page',
  imports: [EmptyState, JointBeginForm, JointCodeForm, Page, RouterLink, Tag],
  template: `
    <att-page heading="Joint rounds" caption="Rounds" back="/rounds" backLabel="All rounds" [of]="joint"
      lead="Partnerships that run one audit jointly ask the same questions, so that they can compare. Each keeps its own round, dates and returns; only figures in which nobody can be found are shared, when both say so.">
      @if (joint.hasValue()) {
        @for (one of joint.value(); track one.id) {
          <article class="att-card">
            <h2><a [routerLink]="['/rounds/joint', one.id]">{{ one.name }}</a></h2>
            <p>{{ one.state === 'left' ? 'You have left it' : with(one.partners) }}. Questionnaire: {{ one.template.title }} {{ one.template.edition }}.</p>
            @if (one.state === 'accepted') {
              @if (one.round) { <p class="att-secondary">Your round: {{ one.round.name }}</p> }
              @else { <p><att-tag tone="attention">Choose your round</att-tag></p> }
            }
          </article>
        } @empty { <att-empty-state heading="You run no round jointly" text="Begin one on a round of yours and give a code to the other business unit, or join with a code that you were given." /> }
        <h2>You were given a code</h2>
        <att-joint-code-form (joined)="open($event)" />
        <h2>Begin a joint round</h2>
        @if (free().length > 0) { <att-joint-begin-form [rounds]="free()" [round]="round()" (begun)="open($event)" /> }
        @else if (rounds.hasValue()) { <p>Every round of yours is run jointly already, or you have none. <a routerLink="/rounds/new">Draft a round</a></p> }
      }
    </att-page>
  `,
  styles: '.att-card { max-width: 46rem; margin-bottom: 12px; } .att-card h2 { margin: 0 0 4px; font-size: 1.125rem; } .att-card p { margin: 0 0 6px; }',
})
export class JointRoundsPage {
  private readonly router = inject(Router);
  /** Which of our rounds, for whoever comes from its page. */
  readonly round = input<string>();

  protected readonly joint = inject(JointApi).all();
  protected readonly rounds = inject(RoundsApi).rounds();
  protected readonly free = computed(() => {
    const taken = new Set(this.joint.hasValue() ? this.joint.value().flatMap(({ state, round }) => (state === 'accepted' && round ? round.id : [])) : []);
    return (this.rounds.hasValue() ? this.rounds.value() : []).filter(({ id }) => !taken.has(id));
  });
  protected readonly with = partnersInWords;

  protected open({ id }: JointRoundView): void {
    void this.router.navigate(['/rounds/joint', id]);
  }
}
