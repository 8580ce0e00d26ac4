import { Component, DOCUMENT, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon, dateInWords } from '@attest/shared/ui';
import { Session } from '@attest/shared/web';
import { CurrentReturn } from '../current-return';
import { AnswerSaver } from './answer-saver';
import { statusOf, type Status } from './status';

const looks = { calm: 'check', waiting: 'schedule', problem: 'warning' } as const;
/** Screen readers hear of saving at most this often, in milliseconds. */
const BETWEEN = 10_000;

/** Says, always in the same place, whether what was typed is safe. */
@Component({
  selector: 'att-save-status',
  imports: [Icon, RouterLink],
  templateUrl: './save-status.html',
  styleUrl: './save-status.scss',
  host: { '[class]': 'status().tone', '[class.passing]': 'status().passing' },
})
export class SaveStatus {
  private readonly saver = inject(AnswerSaver);
  private readonly current = inject(CurrentReturn);
  private readonly session = inject(Session);
  private readonly document = inject(DOCUMENT);

  readonly questionId = input<string | null>(null);
  /** Every question stands on this page: what waits for a person is gone to, and is no other page. */
  readonly onThisPage = input(false);
  /** A second one on the page is only looked at. */
  readonly silent = input(false);

  protected readonly status = computed<Status>(() => {
    const [savedAt, storedAt] = [this.saver.lastSavedAt(), this.saver.lastStoredAt()];
    return statusOf({
      unsaved: this.saver.unsaved(), exposed: this.saver.exposed(), inMemoryOnly: this.saver.inMemoryOnly(), here: this.questionId(), signedOut: this.session.expired(),
      savedAt: savedAt && dateInWords(savedAt, 'clock'), storedAt: storedAt && dateInWords(storedAt, 'clock'),
      refOf: (id) => this.current.asLastKnown(id)?.ref ?? 'another question',
    });
  });
  protected readonly icon = computed(() => looks[this.status().tone]);
  protected readonly elsewhere = computed(() => {
    const { place } = this.status();
    return place && !this.onThisPage() && place.questionId !== this.questionId() ? ['/returns', place.submissionId, 'questions', place.questionId] : null;
  });
  protected readonly announced = signal('');
  private heard: { readonly text: string; readonly at: number } | null = null;

  constructor() {
    effect((onCleanup) => {
      const { text, passing } = this.status();
      if (!this.heard) this.heard = { text, at: -BETWEEN }; // what a page opens with is not news
      if (passing || text === this.heard.text) return;
      const timer = setTimeout(() => this.announce(text), Math.max(0, untracked(() => this.heard!.at) + BETWEEN - Date.now()));
      onCleanup(() => clearTimeout(timer));
    });
  }

  protected review(event: Event): void {
    event.preventDefault();
    const { place } = this.status();
    if (this.onThisPage()) return this.document.querySelector<HTMLElement>(`[data-question="${place!.questionId}"] h2`)?.focus();
    (this.document.getElementById('conflict') ?? this.document.getElementById('answer'))?.focus();
  }

  private announce(text: string): void {
    this.heard = { text, at: Date.now() };
    this.announced.set(text);
  }
}
