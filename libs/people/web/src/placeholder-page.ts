import { Component, inject } from '@angular/core';
import { ActivatedRoute } from '@angular/router';
import { Page } from '@attest/shared/web';

/** Stands where a page is being built. */
@Component({ selector: 'att-placeholder-page', imports: [Page], template: '<att-page [heading]="heading" />' })
export class PlaceholderPage {
  protected readonly heading = inject(ActivatedRoute).snapshot.title ?? '';
}
