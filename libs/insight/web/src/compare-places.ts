import { Component, computed, inject, input } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { Session } from '@attest/shared/web';

/** The questions that can be asked of one round, each with the view that answers it. */
@Component({
  selector: 'att-compare-places',
  imports: [RouterLink, RouterLinkActive],
  template: `
    <nav aria-label="Views of this round">
      @for (place of places(); track place.label) {
        <a [routerLink]="place.to" [queryParams]="place.query" routerLinkActive="here" ariaCurrentWhenActive="page" [routerLinkActiveOptions]="{ paths: 'exact', queryParams: 'ignored', fragment: 'ignored', matrixParams: 'ignored' }">{{ place.label }}</a>
      }
    </nav>
  `,
  styles: `
    :host { display: block; }
    nav { display: flex; flex-wrap: wrap; gap: 4px 4px; margin: 0 0 20px; border-bottom: 1px solid var(--att-line); }
    a { padding: 10px 12px; border-bottom: 3px solid transparent; text-decoration: none; font-weight: 600; }
    a:hover { text-decoration: underline; }
    .here { border-bottom-color: var(--att-primary); color: var(--att-text); }
    @media print { :host { display: none; } }
  `,
})
export class ComparePlaces {
  private readonly session = inject(Session);
  readonly roundId = input.required<string>();

  protected readonly places = computed(() => {
    const round = ['/compare', this.roundId()];
    return [
      { label: 'Table', to: round, query: {} },
      ...(this.session.can('insight.words') ? [{ label: 'Questions', to: [...round, 'questions'], query: {} }] : []),
      { label: 'Beside last year', to: [...round, 'side-by-side'], query: { with: 'everybody,last:everybody' } },
      { label: 'Beside its peers', to: [...round, 'peers'], query: {} },
      { label: 'Self and moderated', to: [...round, 'moderation'], query: {} },
      ...(this.session.can('insight.words') ? [{ label: 'Actions', to: ['/actions/ageing'], query: { roundId: this.roundId() } }] : []),
      { label: 'Trend', to: ['/trends', this.roundId()], query: {} },
    ];
  });
}
