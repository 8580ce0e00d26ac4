import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Page, RatingTrace, placeOf, ratingOf } from '@attest/shared/web';

/** Why a section or a whole return is rated as it is, at an address of its own. */
@Component({
  selector: 'att-rating-page',
  imports: [Page, RatingTrace, RouterLink],
  template: `
    <att-page [heading]="heading()" [caption]="caption()" [back]="['/returns', id()]" backLabel="The return" [of]="rating">
      @if (rating.hasValue()) {
        @let it = rating.value();
        <div class="trace"><att-rating-trace [rating]="it" /></div>
        @if (it.section !== '') { <p class="att-buttons"><a [routerLink]="placeOf(id(), undefined)">Why the whole return is rated as it is</a></p> }
      }
    </att-page>
  `,
  styles: '.trace { max-width: 52rem; }',
})
export class RatingPage {
  readonly id = input.required<string>();
  readonly section = input<string>();
  protected readonly rating = ratingOf(this.id, this.section);
  protected readonly placeOf = placeOf;

  private readonly read = computed(() => (this.rating.hasValue() ? this.rating.value() : null));
  protected readonly heading = computed(() => {
    const rating = this.read();
    return rating ? `Why this level: ${[rating.ref, rating.title].filter(Boolean).join(' ')}` : 'Why this level';
  });
  protected readonly caption = computed(() => {
    const rating = this.read();
    return rating ? `${rating.round.name}, ${rating.organisation.name}` : '';
  });
}
