import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { inThousands } from '@attest/domain/questionnaire';
import type { CountedView, RatingView } from '@attest/shared/client';
import { DatePipe, RagBadge, dateInWords } from '@attest/shared/ui';
import { placeOf } from './rating-of';

/** A rating explained: the level, the sentences, what would change it, what counted and what did not. The same wherever somebody asks why. */
@Component({
  selector: 'att-rating-trace',
  imports: [DatePipe, RagBadge, RouterLink],
  templateUrl: './rating-trace.html',
  styleUrl: './rating-trace.scss',
  host: { '[class.att-four-levels]': 'fourLevels()' },
})
export class RatingTrace {
  readonly rating = input.required<RatingView>();

  protected readonly fourLevels = computed(() => this.rating().thresholds.some(({ level }) => level.colour === 'blue'));
  /** "Met from 80%, Partly met from 50%, otherwise Not met." */
  protected readonly thresholds = computed(() => this.rating().thresholds
    .map(({ level, from }) => (from === 0 ? `otherwise ${level.word}` : `${level.word} from ${from}%`)).join(', '));
  protected readonly workedOut = computed(() => {
    const { handedIn, rule, ratedAt } = this.rating();
    return handedIn
      ? `Worked out by rule ${rule}${ratedAt ? ` on ${dateInWords(ratedAt)}` : ''}.`
      : `Worked out by rule ${rule} from the answers as they are now. Nothing has been handed in, and nobody else sees this.`;
  });
  protected readonly ofSections = computed(() => this.rating().section === '');
  protected readonly inThousands = inThousands;
  protected readonly placeOf = placeOf;

  protected to({ questionId, key }: CountedView): readonly string[] {
    const { submissionId } = this.rating();
    return questionId === null ? placeOf(submissionId, key) : ['/returns', submissionId, 'questions', questionId];
  }

  protected often(weight: number): string {
    return weight === 1 ? 'Once' : weight === 2 ? 'Twice' : `${weight} times`;
  }
}
