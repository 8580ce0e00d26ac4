import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DifferenceView, RecalculationPreview } from '@attest/shared/client';
import { DatePipe, EmptyState, Notice, RagBadge, Tag } from '@attest/shared/ui';
import { Page } from '@attest/shared/web';
import { RoundsApi } from '../rounds-api';
import { countsInWords, kindWords } from './recalculation-words';
import { ReasonForm } from './reason-form';

/** Ratings of a round that are not what their rule gives: seen first, then changed with a reason, and put back if that was wrong. */
@Component({
  selector: 'att-recalculation-page',
  imports: [DatePipe, EmptyState, Notice, Page, RagBadge, ReasonForm, RouterLink, Tag],
  templateUrl: './recalculation-page.html',
  styleUrl: './recalculation-page.scss',
})
export class RecalculationPage {
  private readonly api = inject(RoundsApi);
  readonly id = input.required<string>();

  protected readonly preview = this.api.recalculationPreview(this.id);
  protected readonly past = this.api.recalculations(this.id);
  protected readonly said = signal('');
  protected readonly caption = computed(() => (this.preview.hasValue() ? this.preview.value().round.name : 'Round'));
  protected readonly total = computed(() => (this.preview.hasValue() ? Object.values(this.preview.value().counts).reduce((sum, count) => sum + count, 0) : 0));
  protected readonly fourLevels = computed(() => this.preview.hasValue() && this.preview.value().differences.some(({ from, to }) => from?.colour === 'blue' || to?.colour === 'blue'));
  protected readonly kinds = kindWords;
  protected readonly countsInWords = countsInWords;

  protected readonly apply = async (reason: string) => {
    const { digest } = this.preview.value() as RecalculationPreview;
    try {
      const done = await this.api.recalculate(this.id(), { reason, digest });
      this.tell(`Done: ${countsInWords(done.counts)}.`);
    } catch (error) {
      this.preview.reload();
      throw error;
    }
  };

  protected readonly undo = async (reason: string, id: string) => {
    await this.api.undoRecalculation(this.id(), id, { reason });
    this.tell('The ratings are back as they were before.');
  };

  protected place({ submissionId, section }: DifferenceView): readonly string[] {
    return ['/returns', submissionId, ...(section ? ['ratings', section] : ['rating'])];
  }

  private tell(said: string): void {
    this.said.set(said);
    this.preview.reload();
    this.past.reload();
  }
}
