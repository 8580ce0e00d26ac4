import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { StandardRating } from '@attest/shared/client';
import { RagBadge } from '@attest/shared/ui';

/** Who stands where in one standard, worst first: those who do not meet it at once, the others behind a fold. */
@Component({
  selector: 'att-standard-ratings',
  imports: [RagBadge, RouterLink],
  template: `
    @for (part of parts(); track part.title) {
      @if (part.ratings.length > 0) {
        <details [open]="part.open">
          <summary>{{ part.title }} ({{ part.ratings.length }})</summary>
          <ul class="att-list">
            @for (rating of part.ratings; track rating.organisationId) {
              <li>
                <att-rag-badge [level]="rating.level" />
                <a [routerLink]="[]" [queryParams]="{ organisation: rating.organisationId }" queryParamsHandling="merge">{{ rating.name }}</a>
                <span class="place">{{ rating.group }}@if (rating.area) {, {{ rating.area }}}</span>
                @if (rating.self; as self) { <span class="place">moderated; it rated itself {{ self.word }} ({{ self.letter }})</span> }
              </li>
            }
          </ul>
        </details>
      }
    }
  `,
  styles: `
    li { display: flex; flex-wrap: wrap; gap: 4px 12px; align-items: center; padding: 8px 0; border-top: 1px solid var(--att-line); }
    .place { color: var(--att-text-secondary); }
  `,
})
export class StandardRatings {
  readonly ratings = input.required<readonly StandardRating[]>();

  protected readonly parts = computed(() => [
    { title: 'Do not meet it', open: true, ratings: this.ratings().filter(({ level }) => !level.meets) },
    { title: 'Meet it', open: false, ratings: this.ratings().filter(({ level }) => level.meets) },
  ]);
}
