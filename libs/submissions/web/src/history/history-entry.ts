import { Component, computed, input } from '@angular/core';
import type { HistoryEntry, SaidView } from '@attest/shared/client';
import { DatePipe, Icon, RagBadge, Tag, WordDifference } from '@attest/shared/ui';
import { deedOf, remarkOf } from './history-words';

/** One thing that happened to an answer: who, when, and what it said before and after, the words that differ marked. */
@Component({
  selector: 'att-history-entry',
  imports: [DatePipe, Icon, RagBadge, Tag, WordDifference],
  templateUrl: './history-entry.html',
  styleUrl: './history-entry.scss',
})
export class HistoryEntryView {
  readonly of = input.required<HistoryEntry>();

  protected readonly deed = computed(() => deedOf(this.of()));
  protected readonly remark = computed(() => remarkOf(this.of()));
  /** What lost stands beside what it lost against; what was saved took its place. */
  protected readonly shown = computed(() => (this.of().kind === 'not-taken' ? 'after' : 'both'));
  protected readonly rating = computed(() => {
    const { now, before, kind } = this.of();
    if (!now || !(rated(now) || rated(before)) || ratingOf(now) === ratingOf(before)) return null;
    return { from: rated(before) && kind !== 'not-taken' ? before : null, to: now };
  });
  /** What differs, in the order in which it is read. */
  protected readonly parts = computed(() => {
    const { now, before } = this.of();
    return (['naReason', 'said', 'note'] as const).map((name) => ({ name, before: before?.[name] ?? '', after: now?.[name] ?? '' })).filter((part) => now && part.before !== part.after);
  });
}

const rated = (said: SaidView | null): said is SaidView => said !== null && (said.level !== null || said.naReason !== null);
const ratingOf = (said: SaidView | null) => (rated(said) ? said.level?.key ?? 'not applicable' : null);
