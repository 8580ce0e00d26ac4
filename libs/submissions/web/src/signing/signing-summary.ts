import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { NotedQuestion, SigningView } from '@attest/shared/client';
import { RagBadge } from '@attest/shared/ui';

/** The whole return in a glance: how many of each level, what changed, and what whoever signs should have read. */
@Component({
  selector: 'att-signing-summary',
  imports: [RagBadge, RouterLink],
  templateUrl: './signing-summary.html',
  styleUrl: './signing-summary.scss',
  host: { '[class.att-four-levels]': 'of().scale.length > 3' },
})
export class SigningSummary {
  readonly of = input.required<SigningView>();

  protected readonly counts = computed(() => this.of().scale.map((level) => ({ level, count: this.of().levels[level.key] ?? 0 })));
  protected readonly lists = computed(() => {
    const { reds, downs, ups } = this.of();
    const worst = reds[0]?.level?.word ?? 'Lowest level';
    return [
      { key: 'reds', title: worst, questions: reds, open: true },
      { key: 'downs', title: 'Down since last round', questions: downs, open: true },
      { key: 'ups', title: 'Up since last round', questions: ups, open: false },
    ].filter(({ questions }) => questions.length > 0);
  });

  protected was({ last, level }: NotedQuestion): string {
    return last && last.key !== level?.key ? ` (was ${last.word})` : '';
  }
}
