import { Component, DOCUMENT, computed, inject, input } from '@angular/core';
import { movement } from '@attest/domain/rollup';
import type { LastAnswerView, QuestionView } from '@attest/shared/client';
import { DatePipe, Movement, RagBadge } from '@attest/shared/ui';
import { FieldNames } from './field-names';
import { Said } from './said';

/** What the same organisation said the round before: dated, named, and never filled in for anybody. */
@Component({
  selector: 'att-last-answer',
  imports: [DatePipe, Movement, RagBadge, Said],
  templateUrl: './last-answer.html',
  styleUrl: './last-answer.scss',
  host: { '[class.att-four-levels]': 'fourLevels()' },
})
export class LastAnswer {
  protected readonly names = inject(FieldNames);
  readonly question = input.required<QuestionView>();
  readonly last = input.required<LastAnswerView>();
  /** The level chosen now, if any. */
  readonly now = input<string | null>(null);

  /** Beside the question there is room for the words; on a narrow screen they would push the question away. */
  protected readonly roomy = inject(DOCUMENT).defaultView?.matchMedia?.('(min-width: 1200px)').matches ?? true;
  protected readonly fourLevels = computed(() => this.last().level?.colour === 'blue' || this.question().levels.length > 3);
  protected readonly words = computed(() => this.last().note);
  protected readonly movement = computed(() => {
    if (!this.last().comparable) return null;
    const levels = this.question().levels.map(({ key }) => key);
    const place = (level: string | null | undefined) => (level ? levels.indexOf(level) : null);
    return movement(place(this.last().level?.key), place(this.now()));
  });
}
