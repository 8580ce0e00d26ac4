import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { EmptyState } from '@attest/shared/ui';
import { Page, Session } from '@attest/shared/web';
import { rarePlacesFor } from '../shell/navigation';

/** What is looked into now and then: it has no entry of its own in the menu. */
@Component({
  selector: 'att-settings-page',
  imports: [EmptyState, Page, RouterLink],
  template: `
    <att-page heading="Settings">
      <ul class="att-list">
        @for (place of places(); track place.path) {
          <li class="att-card"><h2><a [routerLink]="place.path">{{ place.label }}</a></h2><p>{{ place.about }}</p></li>
        } @empty {
          <li><att-empty-state heading="Nothing here is yours to set" text="Your own details and how you sign in are under your name, at the top of the page." /></li>
        }
      </ul>
    </att-page>
  `,
  styles: 'ul { display: grid; gap: 16px; max-width: 66ch; } h2 { margin: 0 0 4px; } p { margin: 0; }',
})
export class SettingsPage {
  private readonly session = inject(Session);
  protected readonly places = computed(() => rarePlacesFor(this.session));
}
