import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { standingWords } from '@attest/domain/actions';
import type { ActionView } from '@attest/shared/client';
import { DatePipe, Notice, RagBadge, Tag } from '@attest/shared/ui';
import { Page } from '@attest/shared/web';
import { ActionForm } from './action-form';
import { ActionMoves } from './action-moves';
import { ActionsApi } from './actions-api';
import { toneOf } from './standing-tones';

const deeds: Readonly<Record<string, string>> = {
  'plan': 'planned it', 'change': 'changed it', 'claim': 'said it was done', 'verify': 'verified it', 'send-back': 'sent it back', 'drop': 'dropped it', 'resume': 'took it up again',
};

/** One action: what was promised, what came of it, and who said so. */
@Component({
  selector: 'att-action-page',
  imports: [ActionForm, ActionMoves, DatePipe, Notice, Page, RagBadge, RouterLink, Tag],
  templateUrl: './action-page.html',
})
export class ActionPage {
  readonly id = input.required<string>();
  protected readonly detail = inject(ActionsApi).one(this.id);
  /** What was just done to it shows at once. */
  protected readonly action = linkedSignal<ActionView | null>(() => (this.detail.hasValue() ? this.detail.value().action : null));
  protected readonly heading = computed(() => this.action()?.title ?? 'Action');
  protected readonly caption = computed(() => (this.action() ? `${this.action()!.reference} · ${this.action()!.organisation.name}` : ''));
  protected readonly said = signal('');
  protected readonly words = standingWords;
  protected readonly tones = toneOf;
  protected readonly deeds = deeds;

  protected done(saved: ActionView, said: string): void {
    this.action.set(saved);
    this.said.set(said);
    this.detail.reload();
  }
}
