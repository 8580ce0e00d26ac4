import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { RoundView } from '@attest/shared/client';
import { Confirm, Icon, Notice, Tag } from '@attest/shared/ui';
import { Page, Session, problemOf } from '@attest/shared/web';
import { Board } from './board';
import { proposedName } from './new-round';
import { RoundDraft } from './round-draft';
import { roundStateTones, roundStateWords } from './round-words';
import { RoundsApi } from './rounds-api';

/** A draft to be looked at and opened; then the board of who has returned. */
@Component({
  selector: 'att-round-page',
  imports: [Board, Icon, Notice, Page, RoundDraft, RouterLink, Tag],
  templateUrl: './round-page.html',
})
export class RoundPage {
  private readonly api = inject(RoundsApi);
  private readonly confirm = inject(Confirm);
  protected readonly session = inject(Session);

  readonly id = input.required<string>();
  // what is shown of the board; the address holds it
  readonly state = input<string>();
  readonly group = input<string>();
  readonly area = input<string>();
  readonly search = input<string>();
  readonly sort = input<string>();

  protected readonly round = this.api.round(this.id);
  protected readonly shown = computed(() => ({ state: this.state(), group: this.group(), area: this.area(), search: this.search(), sort: this.sort() }));
  protected readonly heading = computed(() => (this.round.hasValue() ? this.round.value().name : 'Round'));
  protected readonly moving = signal(false);
  protected readonly refused = signal('');
  protected readonly moved = signal('');
  protected readonly words = roundStateWords;
  protected readonly named = proposedName;
  protected readonly tones = roundStateTones;

  protected async open(round: RoundView, asked: string): Promise<void> {
    const sure = await this.confirm.ask({
      heading: `Open ${round.name}?`,
      text: `${asked} will be asked, and each gets a return it can answer at once. The list and the questions are settled by this; a round that is open cannot become a draft again.`,
      action: 'Open round',
    });
    if (sure) await this.move(round, 'open', `The round is open: ${asked} can answer now.`);
  }

  protected async close(round: RoundView): Promise<void> {
    const sure = await this.confirm.ask({
      heading: `Close ${round.name}?`,
      text: `No more answers are taken. ${round.submitted ?? 0} of ${round.denominator ?? 0} have submitted; what the others have written is kept, but not counted.`,
      action: 'Close round',
      danger: true,
    });
    if (sure) await this.move(round, 'close', 'The round is closed. Nothing more can be answered.');
  }

  private async move(round: RoundView, move: 'open' | 'close', said: string): Promise<void> {
    if (this.moving()) return;
    this.moving.set(true);
    this.refused.set('');
    try {
      await this.api.move(round.id, move);
      this.moved.set(said);
      this.round.reload();
    } catch (error) {
      this.refused.set(problemOf(error).detail);
    } finally {
      this.moving.set(false);
    }
  }
}
