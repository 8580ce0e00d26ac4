import { Component, input } from '@angular/core';
import { Reading } from '../reading';
import { ratingOf } from './rating-of';
import { RatingTrace } from './rating-trace';

/** Reads a rating when it is drawn, and explains it where it stands: in a dialog, behind a fold, on a card. */
@Component({
  selector: 'att-rating',
  imports: [RatingTrace, Reading],
  template: `
    <att-reading [of]="rating" />
    @if (rating.hasValue()) { <att-rating-trace [rating]="rating.value()" /> }
  `,
})
export class Rating {
  readonly of = input.required<string>();
  /** Key of a section; the whole return without one. */
  readonly section = input<string>();
  protected readonly rating = ratingOf(this.of, this.section);
}
