import { Component, DOCUMENT, ElementRef, afterRenderEffect, effect, inject, input, viewChild } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { RouterLink } from '@angular/router';

/** One thing that is wrong; `where` is the id of its field, or empty when it belongs to none. */
export interface Wrong {
  readonly where: string;
  readonly detail: string;
  /** Where it is put right, if that is another page. */
  readonly link?: readonly unknown[];
}

const PREFIX = 'Error: ';

/** Says everything that is wrong above a form, takes the focus, and leads to each field. Give it a new list each time. */
@Component({
  selector: 'att-error-summary',
  imports: [RouterLink],
  template: `
    @if (errors().length > 0) {
      <div class="summary" #summary tabindex="-1" role="group" aria-labelledby="error-summary-title">
        <h2 id="error-summary-title">{{ errors().length === 1 ? 'There is a problem' : 'There are problems' }}</h2>
        <ul>
          @for (error of errors(); track $index) {
            <li>
              @if (error.link; as link) { <a [routerLink]="link">{{ error.detail }}</a> }
              @else if (error.where) { <a [href]="here + '#' + error.where" (click)="goTo(error.where, $event)">{{ error.detail }}</a> }
              @else { {{ error.detail }} }
            </li>
          }
        </ul>
      </div>
    }
  `,
  styleUrl: './error-summary.scss',
})
export class ErrorSummary {
  readonly errors = input.required<readonly Wrong[]>();

  private readonly document = inject(DOCUMENT);
  private readonly title = inject(Title);
  private readonly summary = viewChild<ElementRef<HTMLElement>>('summary');
  protected readonly here = this.document.location.pathname + this.document.location.search;

  constructor() {
    afterRenderEffect(() => {
      if (this.errors().length > 0) this.summary()?.nativeElement.focus();
    });
    effect((onCleanup) => {
      if (this.errors().length === 0) return;
      this.title.setTitle(PREFIX + this.title.getTitle());
      onCleanup(() => this.title.setTitle(this.title.getTitle().replace(PREFIX, '')));
    });
  }

  protected goTo(id: string, event: Event): void {
    event.preventDefault();
    this.document.getElementById(id)?.focus();
  }
}
