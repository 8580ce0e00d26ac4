import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Page, Session } from '@attest/shared/web';
import { ledOrganisations } from './led-organisations';

/** Which of several organisations a lead wants to look at. */
@Component({
  selector: 'att-own-people-page',
  imports: [Page, RouterLink],
  template: `
    <att-page heading="People" lead="You are the lead of several organisations. Whose people do you want to see?">
      <ul>
        @for (one of organisations(); track one.id) { <li><a [routerLink]="['/organisations', one.id, 'people']">{{ one.name }}</a></li> }
      </ul>
    </att-page>
  `,
})
export class OwnPeoplePage {
  private readonly session = inject(Session);
  protected readonly organisations = computed(() => ledOrganisations(this.session));
}
