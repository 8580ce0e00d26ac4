import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon } from '@attest/shared/ui';
import { PageTitles } from './page-titles';
import { problemOf } from './problem';
import { Reading, type Readable } from './reading';

/**
 * The frame of a page: where it belongs, its name, what can be done, and what is drawn while its reading (`of`) is on
 * the way or has failed. The content asks `@if (reading.hasValue())` for itself, so that types follow.
 */
@Component({
  selector: 'att-page',
  imports: [Icon, Reading, RouterLink],
  templateUrl: './page.html',
  styleUrl: './page.scss',
})
export class Page {
  private readonly titles = inject(PageTitles);

  readonly heading = input.required<string>();
  /** Small line above the heading: the section or return it belongs to. */
  readonly caption = input('');
  readonly lead = input('');
  readonly back = input<string | readonly unknown[] | null>(null);
  readonly backLabel = input('Back');
  /** What the page came from was looked at through, so that going back shows the same. */
  readonly backFilters = input<object>({});
  readonly of = input<Readable | null>(null);

  protected readonly shownHeading = computed(() => {
    const error = this.of()?.error();
    return error && problemOf(error).code === 'not-found' ? 'There is nothing here' : this.heading();
  });

  constructor() {
    effect(() => this.titles.say(this.shownHeading()));
  }
}
