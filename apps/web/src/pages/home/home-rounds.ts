import { httpResource } from '@angular/common/http';
import { Component, computed } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { OrganisationList, RoundView } from '@attest/shared/client';
import { DatePipe, EmptyState, Icon, Progress, Tag } from '@attest/shared/ui';
import { Reading } from '@attest/shared/web';

interface Step { readonly said: string; readonly done: boolean; readonly link: string; readonly action: string }

/** The business unit: rounds that are open with how many have returned, and what comes next. */
@Component({
  selector: 'att-home-rounds',
  imports: [DatePipe, EmptyState, Icon, Progress, Reading, RouterLink, Tag],
  templateUrl: './home-rounds.html',
  styleUrl: './home.scss',
})
export class HomeRounds {
  protected readonly rounds = httpResource<RoundView[]>(() => '/api/rounds');
  private readonly organisations = httpResource<OrganisationList>(() => '/api/organisations');

  private readonly all = computed(() => (this.rounds.hasValue() ? this.rounds.value() : []));
  protected readonly open = computed(() => this.all().filter(({ state }) => state === 'open'));
  protected readonly drafts = computed(() => this.all().filter(({ state }) => state === 'draft'));
  protected readonly closed = computed(() => this.all().filter(({ state }) => state === 'closed'));

  /** Disappears when everything has been done once. */
  protected readonly steps = computed<readonly Step[]>(() => {
    if (!this.rounds.hasValue() || !this.organisations.hasValue()) return [];
    const opened = this.all().filter(({ state }) => state !== 'draft');
    const steps: Step[] = [
      { said: 'Bring in your schools from the national register', done: this.organisations.value().total > 0, link: '/organisations/import', action: 'Upload the register' },
      { said: 'Draft a round from a published questionnaire', done: this.all().length > 0, link: '/rounds/new', action: 'Draft a round' },
      { said: 'Open the round, so that everybody in it gets a return', done: opened.length > 0, link: '/rounds', action: 'See your rounds' },
      { said: 'See the first returns come in', done: opened.some(({ submitted }) => (submitted ?? 0) > 0), link: '/rounds', action: 'See your rounds' },
    ];
    return steps.every(({ done }) => done) ? [] : steps;
  });
  protected readonly nextStep = computed(() => this.steps().find(({ done }) => !done));
}
