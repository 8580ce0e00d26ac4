import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AnswerHistory, HistoryEntry } from '@attest/shared/client';
import { EmptyState, Icon, dateInWords } from '@attest/shared/ui';
import { Page } from '@attest/shared/web';
import { CurrentReturn } from '../current-return';
import { HistoryEntryView } from './history-entry';

interface Day {
  readonly name: string;
  readonly entries: HistoryEntry[];
}

/** Everything that was ever written to one question, day by day: also what lost, and what its author alone may see. */
@Component({
  selector: 'att-history-page',
  imports: [EmptyState, HistoryEntryView, Icon, Page, RouterLink],
  templateUrl: './history-page.html',
  styleUrl: './history-page.scss',
})
export class HistoryPage {
  private readonly current = inject(CurrentReturn);
  readonly id = input.required<string>();
  readonly questionId = input.required<string>();
  /** From the address: behind which entry, and whether each save stands by itself. */
  readonly before = input<string>();
  readonly each = input<string>();

  protected readonly history = httpResource<AnswerHistory>(() => ({
    url: `/api/submissions/${this.id()}/answers/${this.questionId()}/history`,
    params: { ...(this.before() && { before: this.before()! }), ...(this.every() && { each: 'saves' }) },
  }));
  protected readonly every = computed(() => this.each() === 'saves');
  private readonly read = computed(() => (this.history.hasValue() ? this.history.value() : null));
  protected readonly grouped = computed(() => this.read()?.entries.some(({ saves }) => saves > 1) ?? false);
  protected readonly heading = computed(() => {
    const read = this.read();
    return read ? `History of ${read.ref} ${read.title}` : 'History';
  });
  protected readonly caption = computed(() => {
    const view = this.current.view();
    return view ? `${view.round.name}, ${view.organisation.name}` : '';
  });
  /** A question that is asked no more has no page of its own. */
  protected readonly back = computed(() => ['/returns', this.id(), ...(this.current.view() && !this.current.question(this.questionId()) ? ['changed'] : ['questions', this.questionId()])]);
  protected readonly backLabel = computed(() => (this.back().includes('changed') ? 'What has changed' : 'The question'));

  protected readonly days = computed(() => {
    const days: Day[] = [];
    for (const entry of this.read()?.entries ?? []) {
      const name = dateInWords(entry.at);
      if (days.at(-1)?.name !== name) days.push({ name, entries: [] });
      days.at(-1)!.entries.push(entry);
    }
    return days;
  });
}
