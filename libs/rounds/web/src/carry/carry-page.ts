import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CarryOverView, CarryPreview } from '@attest/shared/client';
import { Confirm, DatePipe, EmptyState, Notice, Tag } from '@attest/shared/ui';
import { Page, Reading, problemOf, type Problem } from '@attest/shared/web';
import { RoundsApi } from '../rounds-api';
import { CarryDone } from './carry-done';
import { CarryPreviewTables } from './carry-preview';
import { classWords, countsInWords, inReturns, named } from './carry-words';

/** An open round goes over to a newer version: which, what that does, the deed, and taking it back. */
@Component({
  selector: 'att-carry-page',
  imports: [CarryDone, CarryPreviewTables, DatePipe, EmptyState, Notice, Page, Reading, RouterLink, Tag],
  templateUrl: './carry-page.html',
  styles: '.choices { display: grid; gap: 8px; } .obstacles { margin-bottom: 0; }',
})
export class CarryPage {
  private readonly api = inject(RoundsApi);
  private readonly confirm = inject(Confirm);

  readonly id = input.required<string>();
  /** The version that is looked at; the address holds it. */
  readonly to = input<string>();

  protected readonly carryOvers = this.api.carryOvers(this.id);
  /** Where there is one, there is nothing to choose. */
  protected readonly chosen = computed(() => {
    const choices = this.carryOvers.hasValue() ? this.carryOvers.value().choices : [];
    return choices.find(({ versionId }) => versionId === this.to()) ?? (choices.length === 1 ? choices[0]! : null);
  });
  protected readonly preview = this.api.carryPreview(this.id, computed(() => this.chosen()?.versionId ?? null));
  protected readonly heading = computed(() => (this.carryOvers.hasValue() ? this.carryOvers.value().round.name : 'Round'));
  protected readonly newest = computed(() => (this.carryOvers.hasValue() ? this.carryOvers.value().done.find(({ undoneAt }) => undoneAt === null) ?? null : null));
  protected readonly busy = signal(false);
  protected readonly refused = signal<Problem | null>(null);
  protected readonly said = signal('');
  protected readonly words = { classWords, countsInWords, inReturns, named };

  protected async carry(preview: CarryPreview): Promise<void> {
    const sure = await this.confirm.ask({
      heading: `Take the round over to ${named(preview.to)}?`,
      text: `All ${inReturns(preview.organisations.length)} that have never been handed in go over at once. ${countsInWords(preview)} Whoever has a return open is told, and keeps what they were writing. You can undo this until something newer happens.`,
      action: 'Take over',
    });
    if (sure) await this.act(() => this.api.carryOver(this.id(), preview.to.versionId), ({ returns }) => `${inReturns(returns)} went over to ${named(preview.to)}.`);
  }

  protected async undo(done: CarryOverView): Promise<void> {
    const sure = await this.confirm.ask({ heading: `Go back to ${named(done.from)}?`, text: `Everything is as it was before: ${inReturns(done.returns)}, and every answer.`, action: 'Undo' });
    if (sure) await this.act(() => this.api.undoCarryOver(done.id), () => `The round asks ${named(done.from)} again, and everything is as it was.`);
  }

  private async act(deed: () => Promise<CarryOverView>, said: (done: CarryOverView) => string): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.refused.set(null);
    this.said.set('');
    try {
      this.said.set(said(await deed()));
    } catch (error) {
      this.refused.set(problemOf(error));
    } finally {
      this.busy.set(false);
      this.carryOvers.reload();
    }
  }
}
