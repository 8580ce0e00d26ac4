import { Component } from '@angular/core';
import { Page } from '@attest/shared/web';

@Component({
  selector: 'att-actions-page',
  imports: [Page],
  template: '<att-page heading="Actions" />',
})
export class ActionsPage {}
