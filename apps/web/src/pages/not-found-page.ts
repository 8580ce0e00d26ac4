import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Page } from '@attest/shared/web';

@Component({
  selector: 'att-not-found-page',
  imports: [Page, RouterLink],
  template: `
    <att-page heading="Page not found">
      <p class="att-measure">If you typed the address, check that it is right. If you followed a link, what it led to may have been removed, or it may not be yours to see.</p>
      <p><a routerLink="/">Go to your home page</a></p>
    </att-page>
  `,
})
export class NotFoundPage {}
