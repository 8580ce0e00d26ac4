import { DOCUMENT, Injectable, inject } from '@angular/core';

const KEY = 'attest-invitation';

/**
 * The end of an invitation's link, for as long as this tab lives. So that it stands in no other address: what a page is
 * asked for after signing in goes into the query of the sign-in page, and queries are written into logs.
 */
@Injectable({ providedIn: 'root' })
export class Link {
  private readonly storage = inject(DOCUMENT).defaultView?.sessionStorage;

  hold(token: string | undefined): string {
    if (token) this.storage?.setItem(KEY, token);
    return token ?? this.storage?.getItem(KEY) ?? '';
  }

  forget(): void {
    this.storage?.removeItem(KEY);
  }
}
