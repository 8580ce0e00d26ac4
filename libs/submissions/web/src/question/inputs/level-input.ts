import { Component, computed, inject, input, output } from '@angular/core';
import type { Answer } from '@attest/domain/questionnaire';
import type { QuestionView } from '@attest/shared/client';
import { RagBadge } from '@attest/shared/ui';
import { FieldNames } from '../field-names';

/** A rating: each level with its letter, its word and what it means for this question, best first. */
@Component({
  selector: 'att-level-input',
  imports: [RagBadge],
  templateUrl: './level-input.html',
  styleUrl: './level-input.scss',
  host: { '[class.att-four-levels]': 'fourLevels()' },
})
export class LevelInput {
  protected readonly names = inject(FieldNames);
  readonly question = input.required<QuestionView>();
  readonly answer = input.required<Answer>();
  readonly error = input('');
  readonly chosen = output<string>();
  readonly notApplicable = output();

  protected readonly fourLevels = computed(() => this.question().levels.some(({ colour }) => colour === 'blue'));
}
