import { Component, DOCUMENT, inject } from '@angular/core';
import { Page } from '@attest/shared/web';

@Component({
  selector: 'att-unavailable-page',
  imports: [Page],
  template: `
    <att-page heading="Attest cannot be reached">
      <p class="att-measure">Check your connection. If others have the same trouble, Attest may be restarting: that takes a minute or two. Nothing you saved is lost.</p>
      <button type="button" class="att-button att-button--primary" (click)="again()">Try again</button>
    </att-page>
  `,
})
export class UnavailablePage {
  private readonly location = inject(DOCUMENT).location;

  protected again(): void {
    this.location.reload();
  }
}
