import { Component, computed, input, signal } from '@angular/core';
import { listed } from '@attest/domain/questionnaire';
import type { ReceiptView, ResultView } from '@attest/shared/client';
import { Movement, RagBadge } from '@attest/shared/ui';
import { Rating } from '@attest/shared/web';
import { bandInWords } from './result-words';

/** Each section beside last year and the peers. A table that becomes a list where it would not fit. */
@Component({
  selector: 'att-section-results',
  imports: [Movement, RagBadge, Rating],
  templateUrl: './section-results.html',
  styleUrl: './section-results.scss',
})
export class SectionResults {
  readonly receipt = input.required<ReceiptView>();

  protected readonly rated = computed(() => this.receipt().sections.filter(isRated));
  /** Sections that only ask for facts, by name. */
  protected readonly unrated = computed(() =>
    listed(this.receipt().sections.filter((section) => !isRated(section)).map(({ ref, title }) => `${ref} ${title}`)));
  protected readonly suppressed = computed(() => this.rated().some(({ peers }) => peers.band === 'hidden'));
  /** While nothing is published there is nothing to compare with. */
  protected readonly peersIn = computed(() => this.receipt().peersIn?.name ?? null);
  protected readonly columns = computed(() => 3 + (this.compared() ? 2 : 0) + (this.peersIn() ? 1 : 0));
  protected readonly compared = computed(() => this.rated().some(({ last }) => last !== null));
  protected readonly opened = signal<string | null>(null);
  protected readonly band = bandInWords;

  protected toggle(key: string): void {
    this.opened.update((opened) => (opened === key ? null : key));
  }
}

const isRated = ({ level, last }: ResultView) => level !== null || last !== null;
