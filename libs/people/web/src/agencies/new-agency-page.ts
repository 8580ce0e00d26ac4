import { Component } from '@angular/core';
import { Page } from '@attest/shared/web';
import { AgencyForm } from './agency-form';

@Component({
  selector: 'att-new-agency-page',
  imports: [AgencyForm, Page],
  template: `
    <att-page heading="Add an agency" caption="Organisations" back="/organisations" backLabel="All organisations" lead="Schools come from the national register. Agencies are entered here.">
      <att-agency-form />
    </att-page>
  `,
})
export class NewAgencyPage {}
