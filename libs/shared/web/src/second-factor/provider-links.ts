import { Component, booleanAttribute, computed, input } from '@angular/core';
import type { ProviderView } from '@attest/shared/client';

/** To the sign-in services of others. Links and not requests: the browser itself goes there. */
@Component({
  selector: 'att-provider-links',
  template: `
    @for (link of links(); track link.address) { <a class="att-button" [href]="link.address">Continue with {{ link.name }}</a> }
  `,
  styles: ':host { display: contents; }',
})
export class ProviderLinks {
  readonly providers = input.required<readonly ProviderView[]>();
  readonly then = input<string>();
  /** Has them ask who it is, also whom they know. */
  readonly again = input(false, { transform: booleanAttribute });

  protected readonly links = computed(() => this.providers().map(({ key, name }) => {
    const more = new URLSearchParams({ ...(this.then() && { then: this.then()! }), ...(this.again() && { again: 'true' }) }).toString();
    return { name, address: `/api/sign-in/${key}${more && `?${more}`}` };
  }));
}
