import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { SigningView } from '@attest/shared/client';
import { Notice } from '@attest/shared/ui';
import { Page } from '@attest/shared/web';
import { CurrentReturn } from '../current-return';
import { AnswerSaver } from '../saving/answer-saver';
import { SaveStatus } from '../saving/save-status';
import { Blockers } from './blockers';
import { DeclarationForm } from './declaration-form';
import { SignatureList } from '../signing/signature-list';
import { SigningSummary } from '../signing/signing-summary';
import { SectionSummary } from './section-summary';

/** Everything that will be handed in, what is still wanted, and the declaration. */
@Component({
  selector: 'att-check-page',
  imports: [Blockers, DeclarationForm, Notice, Page, RouterLink, SaveStatus, SectionSummary, SignatureList, SigningSummary],
  templateUrl: './check-page.html',
})
export class CheckPage {
  private readonly saver = inject(AnswerSaver);
  protected readonly current = inject(CurrentReturn);
  readonly id = input.required<string>();

  protected readonly heading = computed(() => ((this.current.view()?.signOff.length ?? 0) > 0 ? 'Check answers' : 'Check answers and submit'));
  protected readonly caption = computed(() => {
    const view = this.current.view();
    return view ? `${view.round.name}, ${view.organisation.name}` : '';
  });
  /** Only what is saved is handed in. */
  protected readonly unsaved = computed(() => this.saver.unsaved().length > 0);

  /** What whoever signs will want to know; once it is handed in, the receipt says more. */
  private readonly handedIn = computed(() => ['submitted', 'accepted'].includes(this.current.view()?.state ?? 'submitted'));
  /** Read once what was typed is on the other side, which it would not tell of otherwise. */
  private readonly settled = signal(false);
  protected readonly glance = httpResource<SigningView>(() => (this.handedIn() || !this.settled() ? undefined : `/api/submissions/${this.id()}/signing`));

  constructor() {
    void this.saver.settled().then(() => {
      this.current.lookAgain();
      this.settled.set(true);
    });
  }
}
