import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { daysUntil } from '@attest/domain/lifecycle';
import type { SubmissionSummary } from '@attest/shared/client';
import { EmptyState } from '@attest/shared/ui';
import { Page, Session } from '@attest/shared/web';
import { OpenReturn } from './open-return';
import { PastReturns } from './past-returns';

/** The returns of one's organisations: what waits first, then what has been handed in. */
@Component({
  selector: 'att-returns-page',
  imports: [EmptyState, OpenReturn, Page, PastReturns],
  templateUrl: './returns-page.html',
  styles: '.att-list { display: grid; gap: 20px; max-width: 52rem; }',
})
export class ReturnsPage {
  private readonly session = inject(Session);
  protected readonly returns = httpResource<SubmissionSummary[]>(() => '/api/submissions');

  private readonly shown = computed(() => (this.returns.hasValue() ? this.returns.value().filter((each) => this.isChosen(each)) : []));
  protected readonly open = computed(() => this.shown().filter(isOpen));
  protected readonly past = computed(() => this.shown().filter((each) => !isOpen(each)));
  protected readonly several = computed(() => new Set(this.shown().map(({ organisation }) => organisation.id)).size > 1);

  /** One organisation may be chosen in the top bar. What a school left to its successor belongs to whoever may see it. */
  private isChosen({ organisation }: SubmissionSummary): boolean {
    const [chosen, mine] = [this.session.organisation(), this.session.organisations()];
    return !chosen || mine.length === 1 || organisation.id === chosen.id || !mine.some(({ id }) => id === organisation.id);
  }
}

/** Also for those who may only look on: not handed in, and there is still time. */
function isOpen({ moves, state, daysLeft, dueOn, finalOn }: SubmissionSummary): boolean {
  if (moves.includes('answer') || moves.includes('submit') || moves.includes('sign')) return true;
  return state !== 'submitted' && state !== 'accepted' && daysLeft + daysUntil(finalOn, dueOn) >= 0;
}
