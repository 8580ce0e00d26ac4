import { Component, DOCUMENT, computed, inject, input, signal } from '@angular/core';
import { saysSomething, type Answer } from '@attest/domain/questionnaire';
import { movement } from '@attest/domain/measures';
import type { LastAnswerView, QuestionView } from '@attest/shared/client';
import { DatePipe, Movement, RagBadge, WordDifference } from '@attest/shared/ui';
import { problemOf } from '@attest/shared/web';
import { CurrentReturn } from '../current-return';
import { LastEvidence } from '../evidence/last-evidence';
import { Said } from './said';

let made = 0;

/**
 * What the same organisation said the round before, to this question or to one that it comes from: dated, named, and never
 * filled in for anybody. Its words may be taken as a starting point, one answer at a time; a rating is always made anew.
 */
@Component({
  selector: 'att-last-answer',
  imports: [DatePipe, LastEvidence, Movement, RagBadge, Said, WordDifference],
  templateUrl: './last-answer.html',
  styleUrl: './last-answer.scss',
  host: { '[class.att-four-levels]': 'fourLevels()' },
})
export class LastAnswer {
  private readonly current = inject(CurrentReturn);
  readonly question = input.required<QuestionView>();
  readonly last = input.required<LastAnswerView>();
  /** What is said now. */
  readonly answer = input.required<Answer>();

  protected readonly id = `last-round-${++made}`;
  /** Beside the question there is room for the words; on a narrow screen they would push the question away. */
  protected readonly roomy = inject(DOCUMENT).defaultView?.matchMedia?.('(min-width: 1200px)').matches ?? true;
  protected readonly fourLevels = computed(() => this.last().level?.colour === 'blue' || this.question().levels.length > 3);
  protected readonly words = computed(() => this.last().note);
  protected readonly movement = computed(() => {
    if (!this.last().comparable) return null;
    const levels = this.question().levels.map(({ key }) => key);
    const place = (level: string | null | undefined) => (level ? levels.indexOf(level) : null);
    return movement(place(this.last().level?.key), place(this.answer().level));
  });
  /** A better rating is believed when something shows it. */
  protected readonly asksForProof = computed(() => this.movement() === 'up' && this.answer().note.trim() === '' && this.question().explanation !== 'none');
  protected readonly comesFrom = computed(() => {
    const { kind, ref, title } = this.last();
    return { same: '', new: '', reworded: '', split: `This was part of ${ref} ${title}.`, merged: `${ref} ${title} is part of this now.` }[kind];
  });
  protected readonly startable = computed(() => this.last().mayStart && this.current.mayAnswer() && !saysSomething(this.answer()));

  protected readonly starting = signal(false);
  protected readonly problem = signal('');

  protected async start(): Promise<void> {
    if (this.starting()) return;
    this.starting.set(true);
    this.problem.set('');
    await this.current.startFrom(this.question().id, this.last().questionId).catch((error: unknown) => this.problem.set(problemOf(error).detail));
    this.starting.set(false);
  }
}
