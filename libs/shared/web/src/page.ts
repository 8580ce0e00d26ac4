import { Component, computed, effect, inject, input, type Resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon, Notice } from '@attest/shared/ui';
import { PageTitles } from './page-titles';
import { problemOf } from './problem';

/**
 * The frame of a page: where it belongs, its name, what can be done, and what is drawn while its reading (`of`) is on
 * the way or has failed. The content asks `@if (reading.hasValue())` for itself, so that types follow.
 */
@Component({
  selector: 'att-page',
  imports: [Icon, Notice, RouterLink],
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
  readonly of = input<(Pick<Resource<unknown>, 'status' | 'error' | 'hasValue'> & { reload?(): unknown }) | null>(null);

  protected readonly waiting = computed(() => this.of()?.status() === 'loading');
  protected readonly problem = computed(() => {
    const error = this.of()?.error();
    return error ? problemOf(error) : null;
  });
  protected readonly missing = computed(() => this.problem()?.code === 'not-found');

  constructor() {
    effect(() => this.titles.say(this.problem() ? `Problem: ${this.heading()}` : this.heading()));
  }
}
