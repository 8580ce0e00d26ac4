import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { SubmissionSummary } from '@attest/shared/client';
import { DatePipe, EmptyState, RagBadge, Tag } from '@attest/shared/ui';
import { Reading, Session, Why } from '@attest/shared/web';
import { ReturnCard } from './return-card';
import { isWaiting } from './waiting';

/** The returns of one's organisations: what waits first, then what is done. */
@Component({
  selector: 'att-home-returns',
  imports: [DatePipe, EmptyState, RagBadge, Reading, ReturnCard, RouterLink, Tag, Why],
  templateUrl: './home-returns.html',
  styleUrl: './home.scss',
})
export class HomeReturns {
  private readonly session = inject(Session);
  protected readonly returns = httpResource<SubmissionSummary[]>(() => '/api/submissions');

  private readonly shown = computed(() => {
    const [all, organisation] = [this.returns.hasValue() ? this.returns.value() : [], this.session.organisation()];
    return organisation ? all.filter((each) => each.organisation.id === organisation.id) : all;
  });
  protected readonly waiting = computed(() => this.shown().filter(isWaiting));
  protected readonly past = computed(() => this.shown().filter((each) => !isWaiting(each)));
  protected readonly several = computed(() => this.session.organisation() === null);
}
