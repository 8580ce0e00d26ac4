import { Component } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';

const ways = [
  { label: 'Everybody', path: '/people', exact: true },
  { label: 'Invitations', path: '/people/invitations', exact: false },
  { label: 'No lead yet', path: '/people/without-lead', exact: false },
] as const;

/** The three lists of people, side by side. */
@Component({
  selector: 'att-people-ways',
  imports: [RouterLink, RouterLinkActive],
  template: `
    <nav aria-label="Lists of people">
      @for (way of ways; track way.path) {
        <a [routerLink]="way.path" routerLinkActive="here" ariaCurrentWhenActive="page" [routerLinkActiveOptions]="{ exact: way.exact }">{{ way.label }}</a>
      }
    </nav>
  `,
  styles: `
    nav { display: flex; flex-wrap: wrap; gap: 0 24px; margin-bottom: 24px; border-bottom: 1px solid var(--att-line); }
    a { display: inline-flex; align-items: center; min-height: var(--att-target); margin-bottom: -1px; border-bottom: 3px solid transparent; text-decoration: none; }
    a:hover { border-bottom-color: var(--att-outline); }
    .here { border-bottom-color: var(--att-primary); color: var(--att-text); font-weight: 650; }
  `,
})
export class PeopleWays {
  protected readonly ways = ways;
}
