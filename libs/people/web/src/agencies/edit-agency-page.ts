import { Component, computed, inject, input } from '@angular/core';
import { Page } from '@attest/shared/web';
import { OrganisationsApi } from '../organisations-api';
import { AgencyForm } from './agency-form';

@Component({
  selector: 'att-edit-agency-page',
  imports: [AgencyForm, Page],
  template: `
    <att-page [heading]="'Edit ' + name()" caption="Organisations" [back]="['/organisations', id()]" [backLabel]="name()" [of]="agency">
      @if (agency.hasValue()) {
        @if (agency.value().kind === 'agency' && agency.value().status !== 'closed') { <att-agency-form [agency]="agency.value()" /> }
        @else { <p>Only an agency that takes part is edited here. Schools are kept by the national register.</p> }
      }
    </att-page>
  `,
})
export class EditAgencyPage {
  readonly id = input.required<string>();
  protected readonly agency = inject(OrganisationsApi).organisation(this.id);
  protected readonly name = computed(() => (this.agency.hasValue() ? this.agency.value().name : 'agency'));
}
