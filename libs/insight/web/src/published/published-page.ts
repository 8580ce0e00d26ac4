import { Component, computed, inject, input } from '@angular/core';
import { DatePipe } from '@attest/shared/ui';
import { Page } from '@attest/shared/web';
import { ByChoice } from './by-choice';
import { PublishedApi } from './published-api';
import { PublishedFigures } from './published-figures';

/** How everyone did, with one's own level beside it. */
@Component({
  selector: 'att-published-page',
  imports: [ByChoice, DatePipe, Page, PublishedFigures],
  template: `
    <att-page heading="How everyone did" [caption]="published.hasValue() ? published.value().round.name : 'Published figures'" back="/published" backLabel="All published figures" [of]="published"
      lead="How many organisations stand at each level. Nobody can be found in these figures, and everybody who took part sees the same.">
      @if (published.hasValue()) {
        @let it = published.value();
        @if (it.publishedAt) { <p class="att-secondary">Published {{ it.publishedAt | attDate }}.</p> }
        <att-by-choice [view]="it" [by]="by()" />
        <att-published-figures [view]="it" [by]="by()" />
      }
    </att-page>
  `,
})
export class PublishedPage {
  readonly roundId = input.required<string>();
  readonly by = input<'group' | 'area'>();

  protected readonly published = inject(PublishedApi).published(this.roundId, computed(() => ({ by: this.by() })));
}
