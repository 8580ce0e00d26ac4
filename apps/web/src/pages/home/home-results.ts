import { httpResource } from '@angular/common/http';
import { Component, computed } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { RoundView } from '@attest/shared/client';
import { DatePipe, EmptyState, Tag } from '@attest/shared/ui';
import { Reading } from '@attest/shared/web';

/** For those who read results: the rounds there are, newest first, each leading to its comparison. */
@Component({
  selector: 'att-home-results',
  imports: [DatePipe, EmptyState, Reading, RouterLink, Tag],
  templateUrl: './home-results.html',
  styleUrl: './home.scss',
})
export class HomeResults {
  protected readonly rounds = httpResource<RoundView[]>(() => '/api/rounds');

  private readonly all = computed(() => (this.rounds.hasValue() ? this.rounds.value() : []));
  protected readonly open = computed(() => this.all().filter(({ state }) => state === 'open'));
  protected readonly closed = computed(() => this.all().filter(({ state }) => state === 'closed'));
}
