import { httpResource } from '@angular/common/http';
import { Component, DOCUMENT, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PublishedRound, ReceiptView } from '@attest/shared/client';
import { DatePipe, Icon, PaperFiles } from '@attest/shared/ui';
import { Page } from '@attest/shared/web';
import { GoodPractice } from './good-practice';
import { OverallResult } from './overall-result';
import { Proofs } from './proofs';
import { SectionResults } from './section-results';

/** What one gets back at once: the reference, the result, last year and the peers. */
@Component({
  selector: 'att-receipt-page',
  imports: [DatePipe, GoodPractice, Icon, OverallResult, Page, PaperFiles, Proofs, RouterLink, SectionResults],
  templateUrl: './receipt-page.html',
  styleUrl: './receipt-page.scss',
  host: { '[class.att-four-levels]': 'fourLevels()' },
})
export class ReceiptPage {
  private readonly document = inject(DOCUMENT);
  readonly id = input.required<string>();
  protected readonly receipt = httpResource<ReceiptView>(() => `/api/submissions/${this.id()}/receipt`);

  private readonly read = computed(() => (this.receipt.hasValue() ? this.receipt.value() : null));
  protected readonly caption = computed(() => this.read()?.organisation.name ?? '');
  protected readonly heading = computed(() => {
    const receipt = this.read();
    return receipt ? `${receipt.round.name}: submitted` : 'Receipt';
  });
  protected readonly fourLevels = computed(() => this.read()?.scale.some(({ colour }) => colour === 'blue') ?? false);

  /** Whether figures of its round have been published. */
  private readonly rounds = httpResource<PublishedRound[]>(() => '/api/published');
  protected readonly published = computed(() => this.rounds.hasValue() && this.rounds.value().some(({ round }) => round.id === this.read()?.round.id));

  protected at(file: string): string {
    return `/api/submissions/${this.id()}/${file}`;
  }

  protected print(): void {
    this.document.defaultView?.print();
  }
}
