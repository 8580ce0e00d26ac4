import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { SectionView } from '@attest/shared/client';
import { RagBadge } from '@attest/shared/ui';
import { Why } from '@attest/shared/web';
import { Said } from '../question/said';

/** The answers of one section, to be read through. */
@Component({
  selector: 'att-section-summary',
  imports: [RagBadge, RouterLink, Said, Why],
  templateUrl: './section-summary.html',
  styleUrl: './section-summary.scss',
  host: { '[class.att-four-levels]': 'fourLevels()' },
})
export class SectionSummary {
  readonly id = input.required<string>();
  readonly section = input.required<SectionView>();
  /** Answers are taken. */
  readonly open = input.required<boolean>();
  protected readonly fourLevels = computed(() => this.section().questions.some(({ levels }) => levels.length > 3));
}
