import { Component, computed, input, type Resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Notice } from '@attest/shared/ui';
import { problemOf } from './problem';

export type Readable = Pick<Resource<unknown>, 'status' | 'error'> & { reload?(): unknown };

/** What is drawn while something is on its way, and when it did not come. What came is drawn beside it. */
@Component({
  selector: 'att-reading',
  imports: [Notice, RouterLink],
  template: `
    @if (waiting()) {
      <div class="loading" role="status">
        <span class="att-visually-hidden">Loading</span>
        <span class="bar"></span><span class="bar"></span><span class="bar"></span>
      </div>
    } @else if (problem(); as problem) {
      <att-notice tone="warning" announce>
        <p>{{ problem.detail }}</p>
        @if (problem.code === 'not-found') { <p><a routerLink="/">Go to your home page</a></p> }
        @else if (of()?.reload) { <button type="button" class="att-button" (click)="again()">Try again</button> }
      </att-notice>
    }
  `,
  styleUrl: './reading.scss',
})
export class Reading {
  readonly of = input.required<Readable | null>();

  protected readonly waiting = computed(() => this.of()?.status() === 'loading');
  protected readonly problem = computed(() => {
    const error = this.of()?.error();
    return error ? problemOf(error) : null;
  });

  protected again(): void {
    this.of()?.reload?.();
  }
}
